package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Along one axis: the largest, the smallest, the first so many, and what adds up. */
final class Orders {
    private Orders() {}

    static void argMax(OnnxCall call) {
        arg(call, 1);
    }

    static void argMin(OnnxCall call) {
        arg(call, -1);
    }

    private static void arg(OnnxCall call, int sign) {
        Tensor x = call.input(0);
        long axis = call.settings().whole("axis", 0);
        boolean later = call.settings().flag("select_last_index", false);
        int at = Positions.axis(axis, x.rank());
        Shape kept = x.shape().with(at, 1);
        List<Long> left = new ArrayList<>(x.shape().extents());
        left.remove(at);
        Tensor y = call.output(call.settings().flag("keepdims", true) ? kept : new Shape(left));
        AxisRuns runs = AxisRuns.of(x, axis);
        int[] next = {y.offset()};
        runs.each((begin, step) -> {
            int best = 0;
            for (int i = 1; i < runs.extent(); i++) {
                float difference =
                        sign * (x.data()[x.offset() + begin + i * step] - x.data()[x.offset() + begin + best * step]);
                best = difference > 0 || later && difference == 0 ? i : best;
            }
            y.data()[next[0]++] = best;
        });
    }

    /** {@code TopK}: of equal elements, the first comes first. */
    static void top(OnnxCall call) {
        Tensor x = call.input(0);
        long axis = call.settings().whole("axis", -1);
        int count = call.wholes(1).get(0).intValue();
        int sign = call.settings().flag("largest", true) ? -1 : 1;
        Shape shape = x.shape().with(Positions.axis(axis, x.rank()), count);
        Tensor values = call.output(0, shape);
        Tensor indices = call.output(1, shape);
        AxisRuns runs = AxisRuns.of(x, axis);
        runs.each((begin, step) -> {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < runs.extent(); i++) {
                order.add(i);
            }
            order.sort(Comparator.comparingDouble(i -> sign * x.data()[x.offset() + begin + i * step]));
            int to = begin / (runs.extent() * step) * count * step + begin % step;
            for (int i = 0; i < count; i++) {
                values.data()[values.offset() + to + i * step] = x.data()[x.offset() + begin + order.get(i) * step];
                indices.data()[indices.offset() + to + i * step] = order.get(i);
            }
        });
    }

    static void hardmax(OnnxCall call) {
        Tensor x = call.input(0);
        AxisRuns runs = Softmaxes.runs(call, x);
        Tensor y = call.outputInPlace(x.shape());
        runs.each((begin, step) -> {
            int best = 0;
            for (int i = 1; i < runs.extent(); i++) {
                best = x.data()[x.offset() + begin + i * step] > x.data()[x.offset() + begin + best * step] ? i : best;
            }
            for (int i = 0; i < runs.extent(); i++) {
                y.data()[y.offset() + begin + i * step] = i == best ? 1 : 0;
            }
        });
    }

    static void sum(OnnxCall call) {
        accumulate(call, 0, Double::sum);
    }

    static void product(OnnxCall call) {
        accumulate(call, 1, (a, b) -> a * b);
    }

    private static void accumulate(OnnxCall call, double first, DoubleBinaryOperator function) {
        Tensor x = call.input(0);
        boolean exclusive = call.settings().flag("exclusive", false);
        boolean reverse = call.settings().flag("reverse", false);
        AxisRuns runs = AxisRuns.of(x, call.wholes(1).get(0));
        Tensor y = call.outputInPlace(x.shape());
        runs.each((begin, step) -> {
            double sum = first;
            for (int i = 0; i < runs.extent(); i++) {
                int place = begin + (reverse ? runs.extent() - 1 - i : i) * step;
                double before = sum;
                sum = function.applyAsDouble(sum, x.data()[x.offset() + place]);
                y.data()[y.offset() + place] = (float) (exclusive ? before : sum);
            }
        });
    }
}
