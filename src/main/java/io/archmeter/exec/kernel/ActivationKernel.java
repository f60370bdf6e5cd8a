package io.archmeter.exec.kernel;

import io.archmeter.graph.Shape;
import io.archmeter.op.Activation;
import java.util.List;

/** A function of one number, for each element. */
final class ActivationKernel implements Kernel<Activation> {
    private static final int BLOCK = 1 << 14;

    @Override
    public Pass prepare(Activation op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            call.workers().forEach((x.elements() + BLOCK - 1) / BLOCK, block -> {
                int begin = block * BLOCK;
                int length = Math.min(BLOCK, x.elements() - begin);
                apply(op.function(), x.data(), x.offset() + begin, y.data(), y.offset() + begin, length);
            });
        };
    }

    private static void apply(Activation.Function function, float[] x, int from, float[] y, int to, int length) {
        switch (function) {
            case RELU -> {
                for (int i = 0; i < length; i++) {
                    y[to + i] = Math.max(x[from + i], 0);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < length; i++) {
                    y[to + i] = (float) (1 / (1 + Math.exp(-x[from + i])));
                }
            }
        }
    }
}
