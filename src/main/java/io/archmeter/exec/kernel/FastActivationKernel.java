package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.FloatFunctions;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Activation;
import java.util.List;

/** Activations in single precision, those that networks have most; the others by definition. */
final class FastActivationKernel implements Kernel<Activation> {
    private final FloatFunctions functions;

    FastActivationKernel(FloatFunctions functions) {
        this.functions = functions;
    }

    @Override
    public Pass prepare(Activation op, List<Shape> inputs, Weights weights) {
        return EachElement.of(loop(op));
    }

    /** What it does with some elements. */
    EachElement.Loop loop(Activation op) {
        return switch (op.function()) {
            case SIGMOID -> (y, begin, end) -> functions.sigmoid(y, begin, end - begin);
            case SILU -> (y, begin, end) -> functions.silu(y, begin, end - begin);
            case HARDSIGMOID ->
                (y, begin, end) -> {
                    for (int i = begin; i < end; i++) {
                        y[i] = Math.min(Math.max(y[i] + 3, 0), 6) * (1 / 6f);
                    }
                };
            case HARDSWISH ->
                (y, begin, end) -> {
                    for (int i = begin; i < end; i++) {
                        y[i] = y[i] * Math.min(Math.max(y[i] + 3, 0), 6) * (1 / 6f);
                    }
                };
            default -> ActivationKernel.loop(op);
        };
    }
}
