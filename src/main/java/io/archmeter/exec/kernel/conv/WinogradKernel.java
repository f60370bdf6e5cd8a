package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.ChannelWinograd;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import java.util.List;
import java.util.Optional;

/**
 * Convolution of images with 3×3 taps by Winograd's algorithm, which multiplies down to a quarter as often as the definition: see
 * {@link WinogradTransform}.
 */
final class WinogradKernel implements Kernel<Conv> {
    /** With fewer channels, in or out, the transforms cost what they save: as measured, with vectors of channels and of tiles. */
    private static final int LEAST_BY_CHANNELS = 16;

    private static final int LEAST_BY_TILES = 32;

    /** The transformed weights are four times as large. */
    private static final long MOST_KERNELS = 1 << 22;

    private final Tiling tiling;
    private final Optional<ChannelWinograd> byChannels;

    WinogradKernel(Tiling tiling, Optional<ChannelWinograd> byChannels) {
        this.tiling = tiling;
        this.byChannels = byChannels;
    }

    @Override
    public Pass prepare(Conv op, List<Shape> inputs, Weights weights) {
        int channels = (int) op.channels();
        int depth = (int) inputs.get(0).channels();
        float[] kernels = weights.draw("weight", channels, depth, WinogradWeights.TAPS, WinogradWeights.TAPS);
        float[] bias = op.bias() ? weights.draw("bias", channels) : new float[channels];
        if (byChannels.isPresent()) {
            ChannelWinograd steps = byChannels.get();
            ChannelWinogradWeights strips = new ChannelWinogradWeights(kernels, bias, channels, depth, steps.width());
            return call -> new ChannelWinogradRun(call, op.window().axes(), strips, steps).run();
        }
        WinogradWeights transformed = new WinogradWeights(kernels, channels, depth, tiling);
        return call -> new WinogradRun(call, op.window().axes(), transformed, bias, tiling).run();
    }

    /** Whether the algorithm applies to a convolution of this input, and is worth it. */
    boolean suits(Conv op, Shape x) {
        List<Axis> axes = op.window().axes();
        return op.group() == 1
                && axes.size() == 2
                && axes.stream().allMatch(WinogradKernel::suits)
                && Math.min(op.channels(), x.channels())
                        >= (byChannels.isPresent() ? LEAST_BY_CHANNELS : LEAST_BY_TILES)
                && op.channels() * x.channels() <= MOST_KERNELS
                && saves(op, x);
    }

    private static boolean suits(Axis axis) {
        return axis.kernel() == WinogradWeights.TAPS && axis.stride() == 1 && axis.dilation() == 1;
    }

    /** Whether the matrix products take at most half as long as those of the definition: the transforms take time, too. */
    private boolean saves(Conv op, Shape x) {
        List<Axis> axes = op.window().axes();
        long rows = WindowPlacement.starts((int) x.extent(2), axes.get(0)).length;
        long columns = WindowPlacement.starts((int) x.extent(3), axes.get(1)).length;
        int windows = Math.toIntExact(x.batch() * rows * columns);
        int tiles = Math.toIntExact(x.batch() * WinogradTiles.along(rows) * WinogradTiles.along(columns));
        int channels = (int) op.channels();
        long definition = WinogradWeights.TAPS * WinogradWeights.TAPS * tiling.cost(channels, windows);
        long each = byChannels.isPresent()
                ? (long) channels * EvenSplit.parts(tiles, ChannelWinograd.TILES) * ChannelWinograd.TILES
                : tiling.cost(channels, tiles);
        return 2 * WinogradWeights.POINTS * each <= definition;
    }
}
