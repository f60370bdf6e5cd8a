package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** One number of many, along axes. */
enum Reductions implements OnnxKernel {
    L1(0, (a, x) -> a + Math.abs(x), (a, n) -> a),
    L2(0, (a, x) -> a + x * x, (a, n) -> Math.sqrt(a)),
    LOG_SUM(0, Double::sum, (a, n) -> Math.log(a)),
    MAX(Double.NEGATIVE_INFINITY, Math::max, (a, n) -> a),
    MEAN(0, Double::sum, (a, n) -> a / n),
    MIN(Double.POSITIVE_INFINITY, Math::min, (a, n) -> a),
    PROD(1, (a, x) -> a * x, (a, n) -> a),
    SUM(0, Double::sum, (a, n) -> a),
    SUM_SQUARE(0, (a, x) -> a + x * x, (a, n) -> a),
    /** It goes through the elements twice, so that no exponential is too large. */
    LOG_SUM_EXP(0, Double::sum, (a, n) -> Math.log(a));

    private final double first;
    private final DoubleBinaryOperator step;
    private final DoubleBinaryOperator last;

    Reductions(double first, DoubleBinaryOperator step, DoubleBinaryOperator last) {
        this.first = first;
        this.step = step;
        this.last = last;
    }

    @Override
    public void run(OnnxCall call) {
        Tensor x = call.input(0);
        List<Long> axes = call.has(1) ? call.wholes(1) : List.of();
        if (axes.isEmpty() && call.settings().flag("noop_with_empty_axes", false)) {
            ofEach(call);
            return;
        }
        boolean[] reduced = Positions.chosen(axes, x.rank());
        if (axes.isEmpty()) {
            Arrays.fill(reduced, true);
        }
        int[] extents = Positions.extents(x.shape());
        int[] kept = extents.clone();
        for (int axis = 0; axis < kept.length; axis++) {
            kept[axis] = reduced[axis] ? 1 : kept[axis];
        }
        int[] steps = Joins.steps(Positions.shape(kept), kept.length);
        double[] results = new double[Positions.elements(kept)];
        double[] largest = largest(x, extents, steps, results.length);
        Arrays.fill(results, first);
        Positions.each(extents, (position, number) -> {
            int to = Positions.place(position, steps);
            double element = x.data()[x.offset() + number];
            double taken = this == LOG_SUM_EXP ? Math.exp(element - largest[to]) : element;
            results[to] = step.applyAsDouble(results[to], taken);
        });
        boolean keep = call.settings().flag("keepdims", true);
        Tensor y = call.output(keep ? Positions.shape(kept) : Positions.shape(without(kept, reduced)));
        int each = results.length == 0 ? 0 : x.elements() / results.length;
        for (int i = 0; i < results.length; i++) {
            double more = this == LOG_SUM_EXP ? largest[i] : 0;
            y.data()[y.offset() + i] = (float) (last.applyAsDouble(results[i], each) + more);
        }
    }

    /** Without axes, what is reduced is each element alone. */
    private void ofEach(OnnxCall call) {
        if (this == MAX || this == MIN || this == MEAN || this == SUM || this == PROD || this == LOG_SUM_EXP) {
            call.pass(call.shape(0));
            return;
        }
        DoubleUnaryOperator alone = x -> last.applyAsDouble(step.applyAsDouble(first, x), 1);
        Functions.apply(call, alone);
    }

    private double[] largest(Tensor x, int[] extents, int[] steps, int results) {
        double[] largest = new double[results];
        if (this == LOG_SUM_EXP) {
            Arrays.fill(largest, Double.NEGATIVE_INFINITY);
            Positions.each(extents, (position, number) -> {
                int to = Positions.place(position, steps);
                largest[to] = Math.max(largest[to], x.data()[x.offset() + number]);
            });
        }
        return largest;
    }

    private static int[] without(int[] extents, boolean[] reduced) {
        int[] left = new int[extents.length];
        int rank = 0;
        for (int axis = 0; axis < extents.length; axis++) {
            if (!reduced[axis]) {
                left[rank++] = extents[axis];
            }
        }
        return Arrays.copyOf(left, rank);
    }
}
