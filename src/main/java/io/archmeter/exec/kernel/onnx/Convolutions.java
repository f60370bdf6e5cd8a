package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleUnaryOperator;

/** Convolutions of any number of axes. Padding is a number like others: each tap is multiplied. */
final class Convolutions {
    private Convolutions() {}

    /** {@code Conv}. */
    static void plain(OnnxCall call) {
        Tensor sums = sums(call, call.input(0), call.input(1), 0);
        put(call, sums, 2, Optional.empty());
    }

    /** {@code FusedConv}: with something added, and a function at the end. */
    static void fused(OnnxCall call) {
        Tensor sums = sums(call, call.input(0), call.input(1), 0);
        if (call.has(3)) {
            Tensor more = call.input(3);
            for (int i = 0; i < sums.elements(); i++) {
                sums.data()[i] += more.data()[more.offset() + i];
            }
        }
        put(call, sums, 2, function(call));
    }

    private static Optional<DoubleUnaryOperator> function(OnnxCall call) {
        String name = call.settings().text("activation", "");
        List<Double> parameters = call.settings().reals("activation_params").orElse(List.of());
        double first = parameters.isEmpty() ? 0.01 : parameters.get(0);
        return switch (name) {
            case "Clip" -> Optional.of(x -> Math.min(Math.max(x, parameters.get(0)), parameters.get(1)));
            case "HardSigmoid" -> Optional.of(Functions.hardSigmoid(parameters.get(0), parameters.get(1)));
            case "LeakyRelu" -> Optional.of(Functions.leakyRelu(first));
            default -> Functions.of(name, new KernelSettings(Map.of()));
        };
    }

    /** {@code ConvInteger}: without zero points; padding is a zero point. */
    static void integers(OnnxCall call) {
        Tensor x = without(call, 0, 2);
        put(call, sums(call, x, without(call, 1, 3), 0), -1, Optional.empty());
    }

    /** {@code QLinearConv}: rounded to the output's scale and zero point. */
    static void rounded(OnnxCall call) {
        Tensor sums = sums(call, without(call, 0, 2), without(call, 3, 5), 0);
        float[] scales = call.elements(4);
        float[] bias = call.has(8) ? call.elements(8) : new float[sums.extent(1)];
        double scale = call.number(1, 1) / call.number(6, 1);
        QuantizedNumbers.Range range = QuantizedNumbers.Range.of(call.outputType(0));
        Tensor y = call.output(sums.shape());
        int positions = y.positions();
        for (int i = 0; i < y.elements(); i++) {
            int channel = i / positions % y.extent(1);
            double sum = sums.data()[i] + bias[channel];
            double rounded = Math.rint((float) (sum * scale * scales[scales.length == 1 ? 0 : channel]));
            y.data()[y.offset() + i] = (float) range.within(rounded + call.number(7, 0));
        }
    }

    /** A tensor less its zero point: one, or one for each filter. */
    private static Tensor without(OnnxCall call, int input, int zero) {
        Tensor whole = new Tensor(call.elements(input), 0, call.shape(input));
        float[] zeros = call.has(zero) ? call.elements(zero) : new float[1];
        int each = whole.elements() / whole.extent(0);
        for (int i = 0; i < whole.elements(); i++) {
            whole.data()[i] -= zeros[zeros.length == 1 ? 0 : i / each];
        }
        return whole;
    }

    private static void put(OnnxCall call, Tensor sums, int bias, Optional<DoubleUnaryOperator> function) {
        Tensor y = call.output(sums.shape());
        float[] biases = bias >= 0 && call.has(bias) ? call.elements(bias) : new float[y.extent(1)];
        int positions = y.positions();
        for (int i = 0; i < y.elements(); i++) {
            double sum = sums.data()[i] + biases[i / positions % biases.length];
            y.data()[y.offset() + i] =
                    (float) (function.isPresent() ? function.get().applyAsDouble(sum) : sum);
        }
    }

    /** The sums of products, counted. */
    private static Tensor sums(OnnxCall call, Tensor x, Tensor weight, float padding) {
        int[] input = spatial(x);
        Sliding sliding = Sliding.of(call, input, spatial(weight));
        int filters = weight.extent(0);
        int depth = weight.extent(1);
        int perGroup = filters / (int) call.settings().whole("group", 1);
        Shape shape = Shape.of(x.batch(), filters);
        Tensor y = new Tensor(
                new float[x.batch() * filters * Positions.elements(sliding.out())], 0, with(shape, sliding.out()));
        int positions = Positions.elements(input);
        int taps = Positions.elements(sliding.kernel());
        LongAdder done = new LongAdder();
        List<int[]> windows = sliding.windows();
        call.workers().forEach(windows.size(), number -> {
            int[] places = sliding.places(windows.get(number), input);
            long multiplied = 0;
            for (int sample = 0; sample < x.batch(); sample++) {
                for (int filter = 0; filter < filters; filter++) {
                    double sum = 0;
                    for (int channel = 0; channel < depth; channel++) {
                        int in = sample * x.channels() + filter / perGroup * depth + channel;
                        int from = x.offset() + in * positions;
                        int with = weight.offset() + (filter * depth + channel) * taps;
                        for (int tap = 0; tap < taps; tap++) {
                            float element = places[tap] < 0 ? padding : x.data()[from + places[tap]];
                            sum += (double) element * weight.data()[with + tap];
                        }
                        multiplied += taps;
                    }
                    y.data()[(sample * filters + filter) * windows.size() + number] = (float) sum;
                }
            }
            done.add(multiplied);
        });
        call.count(done.sum());
        return y;
    }

    static int[] spatial(Tensor tensor) {
        int[] extents = Positions.extents(tensor.shape());
        return Arrays.copyOfRange(extents, 2, extents.length);
    }

    static Shape with(Shape front, int[] spatial) {
        List<Long> extents = new ArrayList<>(front.extents());
        for (int extent : spatial) {
            extents.add((long) extent);
        }
        return new Shape(extents);
    }

    /** {@code ConvTranspose}: each element of the input is spread over a window of the output; what falls beside it is left out. */
    static void transposed(OnnxCall call) {
        Tensor x = call.input(0);
        Tensor weight = call.input(1);
        int[] input = spatial(x);
        TransposedWindow window = TransposedWindow.of(call, input, spatial(weight));
        int groups = (int) call.settings().whole("group", 1);
        int perGroup = weight.extent(1);
        int filters = perGroup * groups;
        int outside = Positions.elements(window.out());
        int positions = Positions.elements(input);
        int taps = Positions.elements(window.kernel());
        double[] sums = new double[x.batch() * filters * outside];
        long done = 0;
        for (int number = 0; number < positions; number++) {
            int[] places = window.places(number, input);
            for (int row = 0; row < x.batch() * x.channels(); row++) {
                int channel = row % x.channels();
                float element = x.data()[x.offset() + row * positions + number];
                int first = row / x.channels() * filters + channel / (x.channels() / groups) * perGroup;
                for (int filter = 0; filter < perGroup; filter++) {
                    int from = weight.offset() + (channel * perGroup + filter) * taps;
                    for (int tap = 0; tap < taps; tap++) {
                        double product = (double) element * weight.data()[from + tap];
                        if (places[tap] >= 0) {
                            sums[(first + filter) * outside + places[tap]] += product;
                        }
                    }
                    done += taps;
                }
            }
        }
        call.count(done);
        Tensor y = call.output(with(Shape.of(x.batch(), filters), window.out()));
        float[] biases = call.has(2) ? call.elements(2) : new float[filters];
        for (int i = 0; i < sums.length; i++) {
            y.data()[y.offset() + i] = (float) (sums[i] + biases[i / outside % filters]);
        }
    }
}
