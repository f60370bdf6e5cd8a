package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
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
}
