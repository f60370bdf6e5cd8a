package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;

/** {@code Softmax} and {@code LogSoftmax}; the largest element is taken off first, so that no exponential is too large. */
final class Softmaxes {
    /** Before this version, all axes from the one that is named on were one. */
    private static final int ONE_AXIS = 13;

    private Softmaxes() {}

    static void softmax(OnnxCall call) {
        run(call, false);
    }

    static void logarithm(OnnxCall call) {
        run(call, true);
    }

    static AxisRuns runs(OnnxCall call, Tensor x) {
        return runs(call, x, call.version());
    }

    /** @param version of the operator */
    static AxisRuns runs(OnnxCall call, Tensor x, long version) {
        if (version >= ONE_AXIS) {
            return AxisRuns.of(x, call.settings().whole("axis", -1));
        }
        int[] extents = Positions.extents(x.shape());
        int axis = Positions.axis(call.settings().whole("axis", 1), extents.length);
        return new AxisRuns(Positions.product(extents, 0, axis), Positions.product(extents, axis, extents.length), 1);
    }

    private static void run(OnnxCall call, boolean logarithm) {
        Tensor x = call.input(0);
        AxisRuns runs = runs(call, x);
        run(x, call.outputInPlace(x.shape()), runs, logarithm);
    }

    /** Each row is read before it is written: both may be one tensor. */
    static void run(Tensor x, Tensor y, AxisRuns runs, boolean logarithm) {
        runs.each((begin, step) -> {
            double[] row = new double[runs.extent()];
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < row.length; i++) {
                row[i] = x.data()[x.offset() + begin + i * step];
                largest = Math.max(largest, row[i]);
            }
            double sum = 0;
            for (double element : row) {
                sum += Math.exp(element - largest);
            }
            for (int i = 0; i < row.length; i++) {
                double distance = row[i] - largest;
                y.data()[y.offset() + begin + i * step] =
                        (float) (logarithm ? distance - Math.log(sum) : Math.exp(distance) / sum);
            }
        });
    }
}
