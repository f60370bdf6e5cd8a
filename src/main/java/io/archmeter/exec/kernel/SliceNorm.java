package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import java.util.List;

/**
 * Divides what lies along axes by the root of its mean square, and scales and shifts each position.
 *
 * @param centered whether the mean is taken off before
 * @param weight of each position; none where it is not scaled
 * @param bias of each position; none where it is not shifted
 */
record SliceNorm(List<Integer> axes, double epsilon, boolean centered, float[] weight, float[] bias) {
    Pass pass() {
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            Slices slices = Slices.of(x.shape(), axes);
            int[] steps = slices.steps();
            call.workers().forEach(slices.starts().length, x.elements(), (slice, thread) -> {
                int start = slices.starts()[slice];
                normalize(x.data(), x.offset() + start, y.data(), y.offset() + start, steps);
            });
        };
    }

    private void normalize(float[] x, int from, float[] y, int to, int[] steps) {
        boolean together = steps.length > 0 && steps[steps.length - 1] == steps.length - 1;
        if (together) {
            normalize(x, from, y, to, steps.length);
            return;
        }
        double mean = centered ? mean(x, from, steps) : 0;
        double root = Math.sqrt(meanSquare(x, from, steps, mean) + epsilon);
        for (int i = 0; i < steps.length; i++) {
            double scale = weight.length == 0 ? 1 : weight[i];
            double shift = bias.length == 0 ? 0 : bias[i];
            y[to + steps[i]] = (float) ((x[from + steps[i]] - mean) / root * scale + shift);
        }
    }

    /** The same for elements that lie side by side. */
    private void normalize(float[] x, int from, float[] y, int to, int count) {
        double mean = centered ? Sums.of(x, from, count) / count : 0;
        double scale = 1 / Math.sqrt(Sums.ofSquares(x, from, count, mean) / count + epsilon);
        if (weight.length == 0 || bias.length == 0) {
            for (int i = 0; i < count; i++) {
                double own = weight.length == 0 ? 1 : weight[i];
                double shift = bias.length == 0 ? 0 : bias[i];
                y[to + i] = (float) ((x[from + i] - mean) * scale * own + shift);
            }
        } else {
            for (int i = 0; i < count; i++) {
                y[to + i] = (float) ((x[from + i] - mean) * scale * weight[i] + bias[i]);
            }
        }
    }

    private static double mean(float[] x, int from, int[] steps) {
        double sum = 0;
        for (int step : steps) {
            sum += x[from + step];
        }
        return sum / steps.length;
    }

    private static double meanSquare(float[] x, int from, int[] steps, double mean) {
        double sum = 0;
        for (int step : steps) {
            double distance = x[from + step] - mean;
            sum += distance * distance;
        }
        return sum / steps.length;
    }
}
