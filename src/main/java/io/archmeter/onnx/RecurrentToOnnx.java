package io.archmeter.onnx;

import io.archmeter.op.Recurrent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A node for each layer, with time first. Its weights are ours with their gates in ONNX's order, those of both directions one after the
 * other, and so are the biases.
 */
final class RecurrentToOnnx implements Conversion<Recurrent> {
    @Override
    public void convert(Recurrent op, OnnxLayer layer) {
        if (op.projection().isPresent()) {
            throw new CannotConvert("an LSTM of ONNX has no projection", "leave proj_size out");
        }
        String sequence =
                op.batchFirst() ? layer.step("time_first", transposed(layer.input(), 1L, 0L, 2L)) : layer.input();
        // A 0 keeps an extent.
        String joined = layer.constant("joined", List.of(0L, 0L, directions(op) * op.hidden()));
        String rows = layer.constant("rows", rows(op));
        String front = layer.constant("front", List.of(0L));
        List<String> hidden = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (long number = 0; number < op.layers(); number++) {
            String end = "_l" + number;
            Call call = Call.of(type(op), inputs(op, layer, sequence, end, rows, front))
                    .with("hidden_size", op.hidden())
                    .with("direction", op.bidirectional() ? "bidirectional" : "forward");
            List<String> out = layer.steps(settled(op, call), names(op, end));
            hidden.add(out.get(1));
            cells.addAll(out.subList(2, out.size()));
            boolean last = number == op.layers() - 1;
            // Time, directions, batch and features.
            Call ordered = last && op.batchFirst()
                    ? transposed(out.get(0), 2L, 0L, 1L, 3L)
                    : transposed(out.get(0), 0L, 2L, 1L, 3L);
            Call reshaped = Call.of("Reshape", layer.step("ordered" + end, ordered), joined);
            if (last) {
                layer.result(0, reshaped);
            } else {
                sequence = layer.step("sequence" + end, reshaped);
            }
        }
        last(op, 1, "hidden", hidden, layer);
        if (!cells.isEmpty()) {
            last(op, 2, "cell", cells, layer);
        }
    }

    private static void last(Recurrent op, int slot, String name, List<String> states, OnnxLayer layer) {
        Call all = Call.of("Concat", states).with("axis", 0);
        layer.result(slot, op.batchFirst() ? transposed(layer.step(name + "_layers", all), 1L, 0L, 2L) : all);
    }

    private static Call transposed(String value, Long... axes) {
        return Call.of("Transpose", value).with("perm", List.of(axes));
    }

    private static int directions(Recurrent op) {
        return op.bidirectional() ? 2 : 1;
    }

    private static String type(Recurrent op) {
        return switch (op.cell()) {
            case RNN -> "RNN";
            case LSTM -> "LSTM";
            case GRU -> "GRU";
        };
    }

    private static String[] names(Recurrent op, String end) {
        return switch (op.cell()) {
            case RNN, GRU -> new String[] {"y" + end, "y_h" + end};
            case LSTM -> new String[] {"y" + end, "y_h" + end, "y_c" + end};
        };
    }

    /** PyTorch's GRU resets the product of the state, with its bias. */
    private static Call settled(Recurrent op, Call call) {
        return switch (op.cell()) {
            case RNN ->
                call.withTexts("activations", Collections.nCopies(directions(op), op.rectified() ? "Relu" : "Tanh"));
            case LSTM -> call;
            case GRU -> call.with("linear_before_reset", 1);
        };
    }

    /**
     * The rows of our weights in ONNX's order: PyTorch has an LSTM's gates for input, forgetting, cell and output, ONNX for input,
     * output, forgetting and cell; of a GRU PyTorch has reset and update, ONNX update and reset.
     */
    private static List<Long> rows(Recurrent op) {
        List<Integer> gates = switch (op.cell()) {
            case RNN -> List.of(0);
            case LSTM -> List.of(0, 3, 1, 2);
            case GRU -> List.of(1, 0, 2);
        };
        List<Long> rows = new ArrayList<>();
        for (int gate : gates) {
            for (long row = 0; row < op.hidden(); row++) {
                rows.add(gate * op.hidden() + row);
            }
        }
        return rows;
    }

    /** X, W, R and B. */
    private static List<String> inputs(
            Recurrent op, OnnxLayer layer, String sequence, String end, String rows, String front) {
        List<String> weights = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> biases = new ArrayList<>();
        for (String way : op.bidirectional() ? List.of(end, end + "_reverse") : List.of(end)) {
            weights.add(inFront(layer, "w" + way, ordered(layer, "weight_ih" + way, rows), front));
            states.add(inFront(layer, "r" + way, ordered(layer, "weight_hh" + way, rows), front));
            if (op.bias()) {
                Call both = Call.of(
                                "Concat", ordered(layer, "bias_ih" + way, rows), ordered(layer, "bias_hh" + way, rows))
                        .with("axis", 0);
                biases.add(inFront(layer, "b" + way, layer.step("biases" + way, both), front));
            }
        }
        List<String> inputs = new ArrayList<>(List.of(sequence));
        inputs.add(layer.step("weights" + end, Call.of("Concat", weights).with("axis", 0)));
        inputs.add(layer.step("states" + end, Call.of("Concat", states).with("axis", 0)));
        if (op.bias()) {
            inputs.add(layer.step("biases_of" + end, Call.of("Concat", biases).with("axis", 0)));
        }
        return inputs;
    }

    private static String ordered(OnnxLayer layer, String weight, String rows) {
        return layer.step(weight, Call.of("Gather", layer.weight(weight), rows).with("axis", 0));
    }

    private static String inFront(OnnxLayer layer, String name, String value, String front) {
        return layer.step(name, Call.of("Unsqueeze", value, front));
    }
}
