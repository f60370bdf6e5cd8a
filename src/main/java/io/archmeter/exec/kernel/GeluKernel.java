package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.ErrorFunction;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Gelu;
import java.util.List;

/** Each element times the share of a standard normal distribution below it. */
final class GeluKernel implements Kernel<Gelu> {
    private static final double ROOT_OF_HALF = Math.sqrt(0.5);
    private static final double SLOPE = Math.sqrt(2 / Math.PI);

    @Override
    public Pass prepare(Gelu op, List<Shape> inputs, Weights weights) {
        return switch (op.approximation()) {
            case NONE -> EachElement.of(x -> x * (1 + ErrorFunction.of(x * ROOT_OF_HALF)) / 2);
            case TANH -> EachElement.of(x -> x * (1 + Math.tanh(SLOPE * (x + 0.044715 * x * x * x))) / 2);
        };
    }
}
