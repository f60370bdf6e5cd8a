package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
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
            call.workers().forEach(EvenSplit.parts(x.elements(), BLOCK), block -> {
                int first = block * BLOCK;
                int length = Math.min(BLOCK, x.elements() - first);
                Copy.elements(x, y, first, length);
                apply(op.function(), y.data(), y.offset() + first, y.offset() + first + length);
            });
        };
    }

    private static void apply(Activation.Function function, float[] y, int begin, int end) {
        switch (function) {
            case RELU -> {
                for (int i = begin; i < end; i++) {
                    y[i] = Math.max(y[i], 0);
                }
            }
            case SIGMOID -> {
                for (int i = begin; i < end; i++) {
                    y[i] = (float) (1 / (1 + Math.exp(-y[i])));
                }
            }
        }
    }
}
