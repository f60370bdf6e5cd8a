package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code RNN}, {@code GRU} and {@code LSTM}: T×N×I with weights of D×(gates·H)×I and D×(gates·H)×H make T×D×N×H and the last states,
 * D×N×H. With {@code layout} 1 the batch is first. Each step multiplies the input and the state by their weights, whatever {@code
 * sequence_lens} says, for that hides steps that are computed, or a part of them that depends on how they are.
 */
enum RecurrentRule {
    RNN(1, 1, List.of("Tanh"), List.of()),
    /** h = (h − n)·z + n, n = tanh(… + r·(…)). */
    GRU(3, 1, List.of("Sigmoid", "Sigmoid", "Tanh"), List.of(MULTIPLY, MULTIPLY, ADD, ADD)),
    /** c = f·c + i·g, h = o·tanh(c). */
    LSTM(4, 2, List.of("Sigmoid", "Sigmoid", "Sigmoid", "Tanh", "Tanh"), List.of(MULTIPLY, MULTIPLY, MULTIPLY, ADD));

    private static final int BIAS = 3;
    private static final int PEEPHOLES = 7;

    private final int gates;
    private final int states;
    private final List<String> functions;
    private final List<ElementaryOperation> products;

    RecurrentRule(int gates, int states, List<String> functions, List<ElementaryOperation> products) {
        this.gates = gates;
        this.states = states;
        this.functions = functions;
        this.products = products;
    }

    NodeRule rule() {
        return call -> infer(call, false);
    }

    /** Whose weights have the gates last: {@code DynamicQuantizeLSTM} of ONNX Runtime. */
    NodeRule ruleOfTurned() {
        return call -> infer(call, true);
    }

    private Outcome infer(NodeCall call, boolean turned) {
        Shape x = call.shape(0);
        Shape weight = turned ? MatrixProduct.transposed(call.shape(1)) : call.shape(1);
        Shape recurrent = turned ? MatrixProduct.transposed(call.shape(2)) : call.shape(2);
        if (x.rank() != 3 || weight.rank() != 3 || recurrent.rank() != 3) {
            throw call.refusal(call.operator() + " takes an input and weights with three axes, but these are " + x
                    + ", " + weight + " and " + recurrent);
        }
        Extent hidden = hidden(call, recurrent);
        Extent inputs = ExtentArithmetic.agreed(call, weight.axis(2), x.axis(2), "features");
        Extent rows = ExtentArithmetic.agreed(
                call, ExtentArithmetic.product(Extent.of(gates), hidden), weight.axis(1), "rows of gates");
        rows = ExtentArithmetic.agreed(call, rows, recurrent.axis(1), "rows of gates");
        Extent directions = ExtentArithmetic.agreed(call, Extent.of(directions(call)), weight.axis(0), "directions");
        boolean batchFirst = call.attributes().flag("layout");
        Extent steps = x.axis(batchFirst ? 1 : 0);
        Extent batch = x.axis(batchFirst ? 0 : 1);
        List<Fact> outputs = new ArrayList<>();
        outputs.add(Fact.tensor(
                call.type(0),
                Shape.ofAxes(
                        batchFirst
                                ? List.of(batch, steps, directions, hidden)
                                : List.of(steps, directions, batch, hidden))));
        Shape state =
                Shape.ofAxes(batchFirst ? List.of(batch, directions, hidden) : List.of(directions, batch, hidden));
        outputs.addAll(Collections.nCopies(states, Fact.tensor(call.type(0), state)));
        Formula passes = Formula.product(Formula.of(directions), Formula.of(steps), Formula.of(batch));
        Formula features = Formula.sum(Formula.of(inputs), Formula.of(hidden));
        Outcome outcome = Outcome.of(outputs).multiplying(Formula.product(passes, Formula.of(rows), features));
        return PerElement.and(
                outcome,
                Formula.product(Formula.of(steps), Formula.of(batch), Formula.of(hidden)),
                perElement(call, directions(call)));
    }

    /** The attribute, or what the weight of the state says. */
    private static Extent hidden(NodeCall call, Shape recurrent) {
        return call.attributes()
                .whole("hidden_size")
                .filter(size -> size > 0)
                .map(size -> ExtentArithmetic.agreed(call, Extent.of(size), recurrent.axis(2), "hidden_size"))
                .orElse(recurrent.axis(2));
    }

    private static long directions(NodeCall call) {
        return call.attributes().text("direction").orElse("forward").equals("bidirectional") ? 2 : 1;
    }

    /** What is computed for each element of a state beside products: in all directions, which may have functions of their own. */
    private List<ElementaryOperation> perElement(NodeCall call, long directions) {
        List<String> written = call.attributes().texts("activations").orElse(List.of());
        List<ElementaryOperation> all = new ArrayList<>();
        for (int direction = 0; direction < directions; direction++) {
            all.addAll(Collections.nCopies(gates, ADD));
            all.addAll(products);
            if (call.has(BIAS)) {
                all.addAll(Collections.nCopies(2 * gates, ADD));
            }
            if (this == LSTM && call.has(PEEPHOLES)) {
                all.addAll(Collections.nCopies(gates - 1, MULTIPLY));
                all.addAll(Collections.nCopies(gates - 1, ADD));
            }
            if (call.attributes().has("clip")) {
                all.addAll(Collections.nCopies(2 * gates, COMPARE));
            }
            all.addAll(functions(written, direction));
        }
        return all;
    }

    /** A cell names a function for its gates, which all but the last share, for its candidate, and of an LSTM for its output. */
    private List<ElementaryOperation> functions(List<String> written, int direction) {
        int own = this == RNN ? 1 : this == GRU ? 2 : 3;
        List<String> names = functions;
        if (written.size() >= own * (direction + 1)) {
            List<String> given = written.subList(own * direction, own * (direction + 1));
            names = new ArrayList<>(Collections.nCopies(functions.size() - own + 1, given.get(0)));
            names.addAll(given.subList(1, own));
        }
        List<ElementaryOperation> operations = new ArrayList<>();
        names.forEach(name -> operations.addAll(RecurrentFunction.operations(name)));
        return operations;
    }
}
