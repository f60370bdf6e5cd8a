package io.archmeter.exec.kernel;

import io.archmeter.graph.Shape;
import io.archmeter.op.LocalResponseNorm;
import java.util.Arrays;
import java.util.List;

/** Divides each element by a power of the sum of squares of its neighbours in other channels. */
final class LocalResponseNormKernel implements Kernel<LocalResponseNorm> {
    @Override
    public Pass prepare(LocalResponseNorm op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            Tensor y = call.output(x.shape());
            call.workers().forEach(x.batch() * x.channels(), plane -> {
                int channel = plane % x.channels();
                // ONNX LRN: from c − ⌊(size − 1)/2⌋ to c + ⌈(size − 1)/2⌉, as far as there are channels.
                long first = Math.max(0, channel - (op.size() - 1) / 2);
                long last = Math.min(x.channels() - 1, channel + op.size() / 2);
                int to = y.offset() + plane * y.positions();
                Arrays.fill(y.data(), to, to + y.positions(), 0);
                for (long neighbour = first; neighbour <= last; neighbour++) {
                    addSquares(x, plane - channel + (int) neighbour, y.data(), to);
                }
                divide(op, x, plane, y.data(), to);
            });
        };
    }

    private static void addSquares(Tensor x, int plane, float[] sums, int to) {
        int from = x.offset() + plane * x.positions();
        for (int i = 0; i < x.positions(); i++) {
            sums[to + i] += x.data()[from + i] * x.data()[from + i];
        }
    }

    private static void divide(LocalResponseNorm op, Tensor x, int plane, float[] y, int to) {
        int from = x.offset() + plane * x.positions();
        double share = op.alpha() / op.size();
        for (int i = 0; i < x.positions(); i++) {
            y[to + i] = (float) (x.data()[from + i] / Math.pow(op.bias() + share * y[to + i], op.beta()));
        }
    }
}
