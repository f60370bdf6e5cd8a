package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Tile;
import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import java.util.List;

/**
 * One run of a convolution by Winograd's algorithm: block of tiles by block of tiles through the transform of the input, a matrix
 * product for each point, and the transform of the output.
 */
final class WinogradRun {
    private static final int POINTS = WinogradWeights.POINTS;

    /** Panels of weights for one task: enough to be worth it, few enough that there is work for many. */
    private static final int PANELS = 16;

    private final Call call;
    private final WinogradWeights weights;
    private final float[] bias;
    private final Tile tile;
    private final WinogradTiles tiles;
    private final WinogradBlock block;
    private final WinogradInput input;
    private final WinogradOutput output;
    private final int shares;
    private final int share;
    private final float[] space;

    WinogradRun(
            Call call, List<Axis> axes, WinogradWeights weights, float[] bias, Tile tile, WinogradTransform transform) {
        this.call = call;
        this.weights = weights;
        this.bias = bias;
        this.tile = tile;
        Tensor x = call.input();
        int[] tops = Slide.starts(x.extent(2), axes.get(0));
        int[] lefts = Slide.starts(x.extent(3), axes.get(1));
        Tensor y = call.output(Shape.of(x.batch(), weights.channels(), tops.length, lefts.length));
        this.tiles = new WinogradTiles(x, tops, lefts);
        this.block = new WinogradBlock(tiles.count(), weights, tile, call::workspace);
        this.input = new WinogradInput(x, tiles, transform, block);
        this.output = new WinogradOutput(y, tiles, transform, block);
        this.shares = 2 * call.workers().threads();
        this.share = Math.max(input.workspace(), output.workspace());
        this.space = call.workspace(Math.multiplyExact(shares, share));
    }

    void run() {
        for (int first = 0; first < tiles.count(); first += block.lanes()) {
            run(first, Math.min(first + block.lanes(), tiles.count()));
        }
    }

    private void run(int first, int end) {
        forEach(weights.depth(), (channel, from) -> input.transform(channel, first, end, space, from));
        int parts = (weights.panelCount() + PANELS - 1) / PANELS;
        call.workers().forEach(POINTS * parts, task -> multiply(task / parts, task % parts * PANELS, end - first));
        forEach(
                weights.channels(),
                (channel, from) -> output.transform(channel, bias[channel], first, end, space, from));
        countDefinition(first, end);
    }

    /** The matrix product of one point, for some panels of weights. */
    private void multiply(int point, int firstPanel, int lanes) {
        long multiplications = 0;
        for (int lane = 0; lane < lanes; lane += tile.columns()) {
            int columns = Math.min(tile.columns(), lanes - lane);
            int panel = lane / tile.columns();
            for (int p = firstPanel; p < Math.min(firstPanel + PANELS, weights.panelCount()); p++) {
                int channel = p * tile.rows();
                tile.multiply(
                        weights.panels(),
                        weights.panel(point, p),
                        block.input(),
                        point * block.inputStride() + block.input(0, panel),
                        weights.depth(),
                        block.output(),
                        point * block.outputStride() + block.output(channel, panel),
                        false);
                int rows = Math.min(tile.rows(), weights.channels() - channel);
                multiplications += (long) rows * columns * weights.depth();
            }
        }
        call.count(0, 0, multiplications);
    }

    /** What the definition asks for, for the outputs that were computed. */
    private void countDefinition(int first, int end) {
        long maps = (long) weights.channels() * weights.depth();
        for (int t = first; t < end; t++) {
            long onInput = tiles.tapsOnInput(t);
            call.count(maps * onInput, maps * (tiles.taps(t) - onInput), 0);
        }
    }

    private interface ChannelTask {
        void run(int channel, int space);
    }

    /** Shares channels among the threads, each share with a part of the workspace. */
    private void forEach(int channels, ChannelTask task) {
        call.workers().forEach(shares, number -> {
            for (int channel = number; channel < channels; channel += shares) {
                task.run(channel, number * share);
            }
        });
    }
}
