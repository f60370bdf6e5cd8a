package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.Arrays;
import java.util.List;

/** {@code RNN}, {@code GRU} and {@code LSTM}: a state that goes through a sequence, in one direction or both. */
final class Recurrents {
    private final OnnxCall call;
    private final String cell;
    private final int gates;
    private final boolean batchFirst;

    private Recurrents(OnnxCall call) {
        this.call = call;
        this.cell = call.type();
        this.gates = cell.equals("LSTM") ? 4 : cell.equals("GRU") ? 3 : 1;
        this.batchFirst = call.settings().flag("layout", false);
    }

    static void run(OnnxCall call) {
        new Recurrents(call).run();
    }

    private void run() {
        Tensor x = call.input(0);
        int steps = x.extent(batchFirst ? 1 : 0);
        int samples = x.extent(batchFirst ? 0 : 1);
        int features = x.extent(2);
        int directions = (int) call.shape(1).extent(0);
        int hidden = (int) call.shape(2).extent(2);
        Shape all = batchFirst
                ? Shape.of(samples, steps, directions, hidden)
                : Shape.of(steps, directions, samples, hidden);
        Shape last = batchFirst ? Shape.of(samples, directions, hidden) : Shape.of(directions, samples, hidden);
        Tensor sequence = call.output(0, all);
        Tensor state = call.output(1, last);
        Tensor cells = cell.equals("LSTM") ? call.output(2, last) : state;
        Arrays.fill(sequence.data(), sequence.offset(), sequence.end(), 0);
        String direction = call.settings().text("direction", "forward");
        List<Long> lengths = call.has(4) ? call.wholes(4) : List.of();
        for (int number = 0; number < directions; number++) {
            CellWeights weights = new CellWeights(call, number, hidden, features, gates);
            boolean reverse = direction.equals("reverse") || number == 1;
            for (int sample = 0; sample < samples; sample++) {
                int row = batchFirst ? sample * directions + number : number * samples + sample;
                float[] h = initial(5, row, hidden);
                float[] c = initial(6, row, cell.equals("LSTM") ? hidden : 0);
                int length = lengths.isEmpty() ? steps : lengths.get(sample).intValue();
                for (int i = 0; i < steps; i++) {
                    int step = reverse ? (i < length ? length - 1 - i : i) : i;
                    int from = (batchFirst ? sample * steps + step : step * samples + sample) * features;
                    float[] next = weights.step(x, x.offset() + from, h, c);
                    if (i >= length) {
                        continue;
                    }
                    h = next;
                    c = weights.cell();
                    int to = batchFirst
                            ? ((sample * steps + step) * directions + number) * hidden
                            : ((step * directions + number) * samples + sample) * hidden;
                    System.arraycopy(h, 0, sequence.data(), sequence.offset() + to, hidden);
                }
                System.arraycopy(h, 0, state.data(), state.offset() + row * hidden, hidden);
                if (cells != state) {
                    System.arraycopy(c, 0, cells.data(), cells.offset() + row * hidden, hidden);
                }
            }
            call.count(weights.done());
        }
    }

    private float[] initial(int input, int row, int hidden) {
        if (!call.has(input)) {
            return new float[hidden];
        }
        float[] all = call.elements(input);
        return Arrays.copyOfRange(all, row * hidden, (row + 1) * hidden);
    }
}
