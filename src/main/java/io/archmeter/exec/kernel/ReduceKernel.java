package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Reduce;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Makes one element of all that lie along the axes. */
final class ReduceKernel implements Kernel<Reduce> {
    /** The elements along the axes at one position of the others. */
    private record Line(float[] x, int from, int[] steps) {
        double fold(double first, DoubleUnaryOperator each, DoubleBinaryOperator join) {
            double folded = first;
            for (int step : steps) {
                folded = join.applyAsDouble(folded, each.applyAsDouble(x[from + step]));
            }
            return folded;
        }

        double sum(DoubleUnaryOperator each) {
            return fold(0, each, Double::sum);
        }

        double largest() {
            return fold(Double.NEGATIVE_INFINITY, element -> element, Math::max);
        }
    }

    @Override
    public Pass prepare(Reduce op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            Tensor y = call.output(output(op, x.shape()));
            Slices slices = Slices.of(x.shape(), op.axes());
            call.workers().forEach(y.elements(), position -> {
                Line line = new Line(x.data(), x.offset() + slices.starts()[position], slices.steps());
                y.data()[y.offset() + position] = (float) reduced(op, line);
            });
        };
    }

    private static Shape output(Reduce op, Shape x) {
        List<Long> extents = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            boolean reduced = op.axes().contains(axis);
            if (!reduced || op.keepDimensions()) {
                extents.add(reduced ? 1L : x.extent(axis));
            }
        }
        return new Shape(extents);
    }

    private static double reduced(Reduce op, Line line) {
        int length = line.steps.length;
        return switch (op.function()) {
            case LOGSUMEXP -> {
                double largest = line.largest();
                yield largest + Math.log(line.sum(element -> Math.exp(element - largest)));
            }
            case MAX -> line.largest();
            case MEAN -> line.sum(element -> element) / length;
            case MIN -> -line.fold(Double.NEGATIVE_INFINITY, element -> -element, Math::max);
            case NORM -> Math.pow(line.sum(element -> Math.pow(Math.abs(element), op.p())), 1 / op.p());
            case PROD -> line.fold(1, element -> element, (one, other) -> one * other);
            case SUM -> line.sum(element -> element);
            case VAR -> {
                double mean = line.sum(element -> element) / length;
                yield line.sum(element -> (element - mean) * (element - mean)) / (length - op.correction());
            }
        };
    }
}
