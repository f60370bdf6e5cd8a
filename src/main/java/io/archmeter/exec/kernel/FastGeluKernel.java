package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.FloatFunctions;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Gelu;
import java.util.List;

/** GELU in single precision. */
final class FastGeluKernel implements Kernel<Gelu> {
    private final FloatFunctions functions;

    FastGeluKernel(FloatFunctions functions) {
        this.functions = functions;
    }

    @Override
    public Pass prepare(Gelu op, List<Shape> inputs, Weights weights) {
        return switch (op.approximation()) {
            case NONE -> EachElement.of((y, begin, end) -> functions.gelu(y, begin, end - begin));
            case TANH -> EachElement.of((y, begin, end) -> functions.geluByTanh(y, begin, end - begin));
        };
    }
}
