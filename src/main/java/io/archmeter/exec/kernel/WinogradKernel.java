package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.PlainTile;
import io.archmeter.exec.matrix.PlainWinogradTransform;
import io.archmeter.exec.matrix.Tile;
import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import java.util.List;

/**
 * Convolution of images with a quarter of the multiplications, where Winograd's algorithm applies and pays (see
 * {@link WinogradTransform}); elsewhere by the other kernel.
 */
final class WinogradKernel implements Kernel<Conv> {
    /** Transforming costs as much as that many channels save: measured, input and output channels weighed alike. */
    private static final int LEAST_CHANNELS = 32;

    private final Kernel<Conv> otherwise;
    private final Tile tile;
    private final WinogradTransform transform;

    WinogradKernel(Kernel<Conv> otherwise) {
        this(otherwise, new PlainTile(), new PlainWinogradTransform());
    }

    WinogradKernel(Kernel<Conv> otherwise, Tile tile, WinogradTransform transform) {
        this.otherwise = otherwise;
        this.tile = tile;
        this.transform = transform;
    }

    @Override
    public Pass prepare(Conv op, List<Shape> inputs, Weights weights) {
        Shape x = inputs.get(0);
        if (!applies(op) || !pays(op, x)) {
            return otherwise.prepare(op, inputs, weights);
        }
        return prepare(op, (int) x.channels(), weights);
    }

    /** Without asking whether it pays. */
    Pass prepare(Conv op, int depth, Weights weights) {
        int channels = (int) op.channels();
        float[] kernels = weights.draw("weight", channels, depth, WinogradWeights.TAPS, WinogradWeights.TAPS);
        float[] bias = op.bias() ? weights.draw("bias", channels) : new float[channels];
        WinogradWeights transformed = WinogradWeights.of(kernels, channels, depth, tile.rows());
        List<Axis> axes = op.window().axes();
        return call -> new WinogradRun(call, axes, transformed, bias, tile, transform).run();
    }

    static boolean applies(Conv op) {
        List<Axis> axes = op.window().axes();
        return op.group() == 1 && axes.size() == 2 && axes.stream().allMatch(WinogradKernel::applies);
    }

    private static boolean applies(Axis axis) {
        return axis.kernel() == WinogradWeights.TAPS && axis.stride() == 1 && axis.dilation() == 1;
    }

    /** Few tiles leave most of a panel empty. */
    private boolean pays(Conv op, Shape x) {
        long rows = Slide.starts((int) x.extent(2), op.window().axes().get(0)).length;
        long columns = Slide.starts((int) x.extent(3), op.window().axes().get(1)).length;
        long tiles = x.batch() * WinogradTiles.along(rows) * WinogradTiles.along(columns);
        long lanes = (tiles + tile.columns() - 1) / tile.columns() * tile.columns();
        long outputs = lanes * WinogradTransform.OUTPUT * WinogradTransform.OUTPUT;
        return Math.min(op.channels(), x.channels()) >= LEAST_CHANNELS && outputs <= 2 * x.batch() * rows * columns;
    }
}
