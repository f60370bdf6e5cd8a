package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.ErrorFunction;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Pointwise;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A mathematical function, for each element. */
final class PointwiseKernel implements Kernel<Pointwise> {
    @Override
    public Pass prepare(Pointwise op, List<Shape> inputs, Weights weights) {
        return EachElement.of(function(op.function()));
    }

    private static DoubleUnaryOperator function(Pointwise.Function function) {
        return switch (function) {
            case ABS -> Math::abs;
            case COS -> Math::cos;
            case ERF -> ErrorFunction::of;
            case EXP -> Math::exp;
            case LOG -> Math::log;
            case NEG -> x -> -x;
            case RECIPROCAL -> x -> 1 / x;
            case RSQRT -> x -> 1 / Math.sqrt(x);
            case SIN -> Math::sin;
            case SQRT -> Math::sqrt;
            case SQUARE -> x -> x * x;
        };
    }
}
