package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Conv;
import java.util.List;

/** Convolution over any number of spatial axes. */
public final class ConvKernel implements Kernel<Conv> {
    /** With no more output channels than this for each input channel, packing a panel does not pay. */
    private static final int MOST_DEPTHWISE = 2;

    private final Tiling tiling;

    public ConvKernel(Tiling tiling) {
        this.tiling = tiling;
    }

    @Override
    public Pass prepare(Conv op, List<Shape> inputs, Weights weights) {
        Windows windows = new Windows(inputs.get(0), op.window());
        int groups = Math.toIntExact(op.group());
        int depth = Math.toIntExact(inputs.get(0).channels() / groups);
        int channels = Math.toIntExact(op.channels() / groups);
        float[] kernel = weights.draw("weight", windows.weights(op.channels(), depth));
        float[] bias = op.bias() ? weights.draw("bias", op.channels()) : new float[0];
        if (depth == 1
                && channels <= MOST_DEPTHWISE
                && windows.axes() <= DepthwiseRun.MOST_AXES
                && windows.count() > 0) {
            return call -> new DepthwiseRun(call, windows, groups * channels, kernel, bias, tiling).run();
        }
        Lanes lanes = Lanes.best(tiling, windows.count(), channels, depth * windows.taps());
        ConvWeights packed = new ConvWeights(groups, depth, channels, kernel, bias, lanes);
        return call -> new ConvRun(call, windows, packed, lanes, tiling).run();
    }
}
