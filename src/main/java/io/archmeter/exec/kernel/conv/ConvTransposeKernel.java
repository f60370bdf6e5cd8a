package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.ConvTranspose;
import java.util.Arrays;
import java.util.List;

/** Transposed convolution over any number of spatial axes: each element of the input is spread over the output. */
public final class ConvTransposeKernel implements Kernel<ConvTranspose> {
    @Override
    public Pass prepare(ConvTranspose op, List<Shape> inputs, Weights weights) {
        Spread spread = new Spread(op, inputs.get(0));
        int groups = Math.toIntExact(op.group());
        int depth = Math.toIntExact(inputs.get(0).channels() / groups);
        int width = Math.toIntExact(op.channels() / groups);
        int channels = groups * width;
        float[] kernel = weights.draw("weight", spread.weights(inputs.get(0).channels(), width));
        float[] bias = op.bias() ? weights.draw("bias", channels) : new float[channels];
        return call -> {
            Tensor x = call.input();
            Tensor y = call.output(spread.output(x.batch(), channels));
            call.workers().forEach(x.batch() * channels, map -> {
                int channel = map % channels;
                int to = y.offset() + map * y.positions();
                Arrays.fill(y.data(), to, to + y.positions(), bias[channel]);
                long executed = 0;
                for (int d = 0; d < depth; d++) {
                    int source = channel / width * depth + d;
                    int from = x.offset() + (map / channels * x.channels() + source) * x.positions();
                    int weight = (source * width + channel % width) * spread.taps();
                    executed += spread.add(x.data(), from, kernel, weight, y.data(), to);
                }
                call.count(executed, (long) depth * x.positions() * spread.taps() - executed);
            });
        };
    }

    /** Where on the output the taps of each element of a map fall. */
    private static final class Spread {
        private final List<Axis> axes;
        private final int[] extents;
        private final int[] outputs;

        Spread(ConvTranspose op, Shape input) {
            axes = op.window().axes();
            extents = new int[axes.size()];
            outputs = new int[axes.size()];
            for (int a = 0; a < extents.length; a++) {
                extents[a] = Math.toIntExact(input.extent(2 + a));
                long end = 0;
                for (int i = 0; i < extents[a]; i++) {
                    end = position(a, i, axes.get(a).kernel() - 1) + 1;
                }
                long more = op.outputPadding().numbers().get(a);
                outputs[a] = Math.toIntExact(end - axes.get(a).padEnd() + more);
            }
        }

        /** Negative before the output, which begins after what is cut off. */
        private long position(int axis, int element, int tap) {
            Axis of = axes.get(axis);
            return (long) element * of.stride() + (long) tap * of.dilation() - of.padBegin();
        }

        int taps() {
            return axes.stream().mapToInt(Axis::kernel).reduce(1, Math::multiplyExact);
        }

        long[] weights(long channels, long width) {
            long[] weights = new long[2 + extents.length];
            weights[0] = channels;
            weights[1] = width;
            for (int a = 0; a < extents.length; a++) {
                weights[2 + a] = axes.get(a).kernel();
            }
            return weights;
        }

        Shape output(long batch, long channels) {
            long[] output = new long[2 + extents.length];
            output[0] = batch;
            output[1] = channels;
            for (int a = 0; a < extents.length; a++) {
                output[2 + a] = outputs[a];
            }
            return Shape.of(output);
        }

        /** Spreads a map of the input over one of the output; returns how many multiply-adds that took. */
        long add(float[] x, int from, float[] kernel, int weight, float[] y, int to) {
            return add(
                    0,
                    0,
                    0,
                    0,
                    (element, tap, position) -> y[to + position] += x[from + element] * kernel[weight + tap]);
        }

        private long add(int axis, int element, int tap, int position, Products products) {
            if (axis == extents.length) {
                products.add(element, tap, position);
                return 1;
            }
            long executed = 0;
            int taps = axes.get(axis).kernel();
            for (int i = 0; i < extents[axis]; i++) {
                for (int t = 0; t < taps; t++) {
                    long at = position(axis, i, t);
                    if (at >= 0 && at < outputs[axis]) {
                        int next = position * outputs[axis] + (int) at;
                        executed += add(axis + 1, element * extents[axis] + i, tap * taps + t, next, products);
                    }
                }
            }
            return executed;
        }

        private interface Products {
            void add(int element, int tap, int position);
        }
    }
}
