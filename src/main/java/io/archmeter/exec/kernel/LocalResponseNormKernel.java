package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
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
                // As far as there are channels.
                long first = Math.max(0, channel - before(op));
                long last = Math.min(x.channels() - 1, channel + (op.size() - 1 - before(op)));
                int to = y.offset() + plane * y.positions();
                Arrays.fill(y.data(), to, to + y.positions(), 0);
                for (long neighbour = first; neighbour <= last; neighbour++) {
                    addSquares(x, plane - channel + (int) neighbour, y.data(), to);
                }
                divide(op, x, plane, y.data(), to);
            });
        };
    }

    /** PyTorch pads by ⌊size/2⌋ in front; ONNX begins at c − ⌊(size − 1)/2⌋. */
    private static long before(LocalResponseNorm op) {
        return switch (op.window()) {
            case PYTORCH -> op.size() / 2;
            case ONNX -> (op.size() - 1) / 2;
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
