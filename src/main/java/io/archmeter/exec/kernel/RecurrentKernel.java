package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Recurrent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Each sample by itself: layer after layer, one direction after the other, step after step. */
final class RecurrentKernel implements Kernel<Recurrent> {
    @Override
    public Pass prepare(Recurrent op, List<Shape> inputs, Weights weights) {
        int batchAxis = op.batchFirst() ? 0 : 1;
        int features = Math.toIntExact(inputs.get(0).extent(2));
        List<Recurrence> passes = new ArrayList<>();
        for (int layer = 0; layer < op.layers(); layer++) {
            for (int direction = 0; direction < directions(op); direction++) {
                passes.add(Recurrence.draw(op, layer, direction == 1, features, weights));
            }
            features = directions(op) * passes.get(0).state();
        }
        return call -> {
            Shape x = call.input().shape();
            long batch = x.extent(batchAxis);
            int state = passes.get(0).state();
            Tensor[] outputs = new Tensor[op.cell() == Recurrent.Cell.LSTM ? 3 : 2];
            outputs[0] = call.output(0, x.with(2, (long) directions(op) * state));
            outputs[1] = call.output(1, last(op, batch, passes.size(), state));
            if (op.cell() == Recurrent.Cell.LSTM) {
                outputs[2] = call.output(2, last(op, batch, passes.size(), op.hidden()));
            }
            call.workers().forEach((int) batch, sample -> run(op, passes, sample, call, outputs));
        };
    }

    private static Shape last(Recurrent op, long batch, int passes, long size) {
        return op.batchFirst() ? Shape.of(batch, passes, size) : Shape.of(passes, batch, size);
    }

    private static void run(Recurrent op, List<Recurrence> passes, int sample, KernelCall call, Tensor[] outputs) {
        Tensor x = call.input();
        int samples = x.extent(op.batchFirst() ? 0 : 1);
        int steps = x.extent(op.batchFirst() ? 1 : 0);
        float[][] sequence = new float[steps][];
        for (int step = 0; step < steps; step++) {
            int begin = x.offset() + place(op, sample, samples, step, steps) * x.extent(2);
            sequence[step] = Arrays.copyOfRange(x.data(), begin, begin + x.extent(2));
        }
        for (int number = 0; number < passes.size(); number += directions(op)) {
            float[][] next = new float[steps][directions(op) * passes.get(0).state()];
            for (int direction = 0; direction < directions(op); direction++) {
                Recurrence pass = passes.get(number + direction);
                float[][] last = pass.run(sequence, direction == 1, next, call);
                for (int slot = 0; slot < last.length; slot++) {
                    int row = place(op, sample, samples, number + direction, passes.size());
                    put(last[slot], outputs[slot + 1], row);
                }
            }
            sequence = next;
        }
        for (int step = 0; step < steps; step++) {
            put(sequence[step], outputs[0], place(op, sample, samples, step, steps));
        }
    }

    private static int directions(Recurrent op) {
        return op.bidirectional() ? 2 : 1;
    }

    private static int place(Recurrent op, int sample, int samples, int number, int numbers) {
        return op.batchFirst() ? sample * numbers + number : number * samples + sample;
    }

    private static void put(float[] elements, Tensor tensor, int row) {
        System.arraycopy(elements, 0, tensor.data(), tensor.offset() + row * elements.length, elements.length);
    }
}
