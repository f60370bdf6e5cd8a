package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Normalizations: elements less their mean, by their deviation, of what belongs together. */
final class Norms {
    /** From this version on, scales of groups are those of channels. */
    private static final int SCALES_OF_CHANNELS = 21;

    /** Before this version, the outputs of a batch's statistics said that it is one of training; there were four of them. */
    private static final int TRAINING_AS_SETTING = 14;

    /** Where nothing is said, of {@code SkipLayerNormalization} and its like (ONNX Runtime, ContribOperators.md). */
    private static final double EPSILON_OF_SUMS = 1e-12f;

    private Norms() {}

    /** {@code BatchNormalization}: by what is kept of each channel, or by this batch, which changes what is kept. */
    static void batch(OnnxCall call) {
        Tensor x = call.input(0);
        int channels = x.rank() > 1 ? x.extent(1) : 1;
        int each = x.rank() > 1 ? x.positions() : 1;
        float[] scale = call.elements(1);
        float[] bias = call.elements(2);
        float[] mean = call.elements(3);
        float[] variance = call.elements(4);
        double epsilon = call.settings().real("epsilon", 1e-5f);
        double momentum = call.settings().real("momentum", 0.9f);
        boolean old = call.version() < TRAINING_AS_SETTING;
        boolean training = call.settings().flag("training_mode", false) || old && call.wants(1);
        float[] usedMean = mean.clone();
        float[] usedVariance = variance.clone();
        for (int channel = 0; training && channel < channels; channel++) {
            Moments moments = moments(x, each, channels, channel);
            usedMean[channel] = (float) moments.mean();
            usedVariance[channel] = (float) moments.variance();
            mean[channel] = (float) (mean[channel] * momentum + moments.mean() * (1 - momentum));
            variance[channel] = (float) (variance[channel] * momentum + moments.variance() * (1 - momentum));
        }
        Tensor y = call.outputInPlace(x.shape());
        for (int i = 0; i < x.elements(); i++) {
            int channel = i / each % channels;
            double centred = x.data()[x.offset() + i] - usedMean[channel];
            y.data()[y.offset() + i] =
                    (float) (centred / Math.sqrt(usedVariance[channel] + epsilon) * scale[channel] + bias[channel]);
        }
        List<float[]> kept = List.of(mean, variance, usedMean, usedVariance);
        for (int slot = 1; slot <= kept.size(); slot++) {
            if (call.wants(slot)) {
                put(call.output(slot, Shape.of(channels)), kept.get(slot - 1));
            }
        }
    }

    private static Moments moments(Tensor x, int each, int channels, int channel) {
        Moments moments = new Moments();
        for (int i = 0; i < x.elements(); i++) {
            if (i / each % channels == channel) {
                moments.add(x.data()[x.offset() + i]);
            }
        }
        return moments;
    }

    private static void put(Tensor to, float[] elements) {
        System.arraycopy(elements, 0, to.data(), to.offset(), elements.length);
    }

    static void instance(OnnxCall call) {
        Tensor x = call.input(0);
        rows(call, x, x.positions(), call.settings().real("epsilon", 1e-5f), (row, i) -> row % x.channels());
    }

    static void group(OnnxCall call) {
        Tensor x = call.input(0);
        int groups = (int) call.settings().whole("num_groups", 1);
        int ofGroup = x.channels() / groups;
        boolean ofChannels = call.version() >= SCALES_OF_CHANNELS;
        int positions = x.positions();
        rows(
                call,
                x,
                ofGroup * positions,
                call.settings().real("epsilon", 1e-5f),
                (row, i) -> ofChannels ? row % groups * ofGroup + i / positions : row % groups);
    }

    private interface ScaleOf {
        int place(int row, int element);
    }

    private static void rows(OnnxCall call, Tensor x, int row, double epsilon, ScaleOf scaleOf) {
        float[] scale = call.elements(1);
        float[] bias = call.elements(2);
        Tensor y = call.outputInPlace(x.shape());
        for (int begin = 0; begin < x.elements(); begin += row) {
            Moments moments = Moments.of(x, begin, row);
            double divisor = Math.sqrt(moments.variance() + epsilon);
            for (int i = 0; i < row; i++) {
                int place = scaleOf.place(begin / row, i);
                double centred = x.data()[x.offset() + begin + i] - moments.mean();
                y.data()[y.offset() + begin + i] = (float) (centred / divisor * scale[place] + bias[place]);
            }
        }
    }

    /** {@code LayerNormalization}, with the mean and the deviation's inverse of each row. */
    static void layer(OnnxCall call) {
        layer(call, call.input(0), true, 1, 2);
    }

    /** {@code RMSNormalization}: no mean is taken off. */
    static void root(OnnxCall call) {
        layer(call, call.input(0), false, 1, -1);
    }

    /** {@code SimplifiedLayerNormalization}. */
    static void simplified(OnnxCall call) {
        root(call);
    }

    /** {@code SkipLayerNormalization}: of a sum, which is the fourth output. */
    static void skip(OnnxCall call) {
        layer(call, skipped(call, 4), true, 2, 3);
    }

    static void skipSimplified(OnnxCall call) {
        layer(call, skipped(call, 3), false, 2, -1);
    }

    private static Tensor skipped(OnnxCall call, int bias) {
        Tensor sum = new Tensor(call.elements(0), 0, call.shape(0));
        float[] skip = call.elements(1);
        float[] biases = call.has(bias) ? call.elements(bias) : new float[1];
        for (int i = 0; i < sum.elements(); i++) {
            sum.data()[i] += skip[i % skip.length] + biases[i % biases.length];
        }
        return sum;
    }

    private static void layer(OnnxCall call, Tensor x, boolean centred, int scale, int bias) {
        int axis = Positions.axis(call.settings().whole("axis", -1), x.rank());
        int[] extents = Positions.extents(x.shape());
        int row = Positions.product(extents, axis, extents.length);
        float[] scales = call.elements(scale);
        float[] biases = bias >= 0 && call.has(bias) ? call.elements(bias) : new float[1];
        boolean sums = call.type().contains("Skip");
        double epsilon = call.settings().real("epsilon", sums ? EPSILON_OF_SUMS : 1e-5f);
        List<Long> kept = new ArrayList<>(x.shape().extents().subList(0, axis));
        kept.addAll(Collections.nCopies(extents.length - axis, 1L));
        Tensor y = sums ? call.output(0, x.shape()) : call.outputInPlace(x.shape());
        // ONNX Runtime's normalizations without a mean put out the inverses in its place, and behind zeros if there was
        // a sum.
        int inverseSlot = centred || sums ? 2 : 1;
        Tensor means = inverseSlot == 2 && call.wants(1) ? call.output(1, new Shape(kept)) : y;
        Tensor inverses = call.wants(inverseSlot) ? call.output(inverseSlot, new Shape(kept)) : y;
        for (int begin = 0; begin < x.elements(); begin += row) {
            Moments moments = Moments.of(x, begin, row);
            double mean = centred ? moments.mean() : 0;
            double factor = 1 / Math.sqrt((centred ? moments.variance() : moments.square()) + epsilon);
            for (int i = 0; i < row; i++) {
                double element = (x.data()[x.offset() + begin + i] - mean) * factor;
                y.data()[y.offset() + begin + i] =
                        (float) (element * scales[i % scales.length] + biases[i % biases.length]);
            }
            if (means != y) {
                means.data()[means.offset() + begin / row] = (float) mean;
            }
            if (inverses != y) {
                inverses.data()[inverses.offset() + begin / row] = (float) factor;
            }
        }
        if (sums && call.wants(3)) {
            put(call.output(3, x.shape()), x.data());
        }
    }

    /** {@code MeanVarianceNormalization}: over the axes that are named. */
    static void meanAndVariance(OnnxCall call) {
        Tensor x = call.input(0);
        boolean[] over = Positions.chosen(call.settings().wholes("axes").orElse(List.of(0L, 2L, 3L)), x.rank());
        int[] kept = Positions.extents(x.shape());
        for (int axis = 0; axis < kept.length; axis++) {
            kept[axis] = over[axis] ? 1 : kept[axis];
        }
        int[] steps = Joins.steps(Positions.shape(kept), kept.length);
        List<Moments> moments = new ArrayList<>();
        for (int i = 0; i < Positions.elements(kept); i++) {
            moments.add(new Moments());
        }
        int[] extents = Positions.extents(x.shape());
        Positions.each(
                extents, (at, i) -> moments.get(Positions.place(at, steps)).add(x.data()[x.offset() + i]));
        Tensor y = call.outputInPlace(x.shape());
        Positions.each(extents, (at, i) -> {
            Moments of = moments.get(Positions.place(at, steps));
            y.data()[y.offset() + i] =
                    (float) ((x.data()[x.offset() + i] - of.mean()) / (Math.sqrt(of.variance()) + 1e-9));
        });
    }

    /** {@code LpNormalization}: by the length of what lies along an axis. */
    static void length(OnnxCall call) {
        Tensor x = call.input(0);
        boolean ofSquares = call.settings().whole("p", 2) == 2;
        AxisRuns runs = AxisRuns.of(x, call.settings().whole("axis", -1));
        Tensor y = call.outputInPlace(x.shape());
        runs.each((begin, step) -> {
            double sum = 0;
            for (int i = 0; i < runs.extent(); i++) {
                double element = x.data()[x.offset() + begin + i * step];
                sum += ofSquares ? element * element : Math.abs(element);
            }
            double length = ofSquares ? Math.sqrt(sum) : sum;
            for (int i = 0; i < runs.extent(); i++) {
                y.data()[y.offset() + begin + i * step] =
                        (float) (length == 0 ? 0 : x.data()[x.offset() + begin + i * step] / length);
            }
        });
    }

    /** {@code LRN}: by the squares of some channels around each. */
    static void response(OnnxCall call) {
        Tensor x = call.input(0);
        int size = (int) call.settings().whole("size", 1);
        double alpha = call.settings().real("alpha", 1e-4f);
        double beta = call.settings().real("beta", 0.75f);
        double bias = call.settings().real("bias", 1);
        int channels = x.channels();
        int positions = x.positions();
        Tensor y = call.output(x.shape());
        for (int i = 0; i < x.elements(); i++) {
            int channel = i / positions % channels;
            double sum = 0;
            int from = Math.max(0, channel - (size - 1) / 2);
            int to = Math.min(channels - 1, channel + size / 2);
            for (int other = from; other <= to; other++) {
                double element = x.data()[x.offset() + i + (other - channel) * positions];
                sum += element * element;
            }
            y.data()[y.offset() + i] = (float) (x.data()[x.offset() + i] / Math.pow(bias + alpha / size * sum, beta));
        }
    }
}
