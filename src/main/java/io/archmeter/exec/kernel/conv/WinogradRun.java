package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Tile;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import java.util.List;

/**
 * One run of a convolution by Winograd's algorithm: a block of tiles after the other goes through the transform of the input, a matrix
 * product for each point, and the transform of the output.
 */
final class WinogradRun {
    private static final int POINTS = WinogradWeights.POINTS;

    /** Panels of weights that make a task: enough to be worth one, few enough that there are tasks for many threads. */
    private static final int PANELS = 16;

    private final KernelCall call;
    private final WinogradWeights weights;
    private final float[] bias;
    private final Tiling tiling;
    private final WinogradTiles tiles;
    private final WinogradBlock block;
    private final WinogradInput input;
    private final WinogradOutput output;
    private final Tile[] desks;
    private final float[][] spaces;

    WinogradRun(KernelCall call, List<Axis> axes, WinogradWeights weights, float[] bias, Tiling tiling) {
        WinogradTransform transform = WinogradTransform.plain();
        this.call = call;
        this.weights = weights;
        this.bias = bias;
        this.tiling = tiling;
        Tensor x = call.input();
        int[] tops = WindowPlacement.starts(x.extent(2), axes.get(0));
        int[] lefts = WindowPlacement.starts(x.extent(3), axes.get(1));
        Tensor y = call.output(Shape.of(x.batch(), weights.channels(), tops.length, lefts.length));
        this.tiles = new WinogradTiles(x, tops, lefts, 1);
        this.block = new WinogradBlock(tiles.count(), weights, tiling, call::workspace);
        this.input = new WinogradInput(x, tiles, transform, block);
        this.output = new WinogradOutput(y, call.epilogue(), tiles, transform, block);
        this.desks = new Tile[call.workers().threads()];
        this.spaces = new float[desks.length][];
        for (int thread = 0; thread < desks.length; thread++) {
            desks[thread] = tiling.tile(call::workspace);
            spaces[thread] = call.workspace(Math.max(input.workspace(), output.workspace()));
        }
    }

    void run() {
        for (int first = 0; first < tiles.count(); first += block.tiles()) {
            run(first, Math.min(first + block.tiles(), tiles.count()));
        }
    }

    private void run(int first, int end) {
        Workers workers = call.workers();
        workers.forEach(weights.depth(), (channel, thread) -> input.transform(channel, first, end, spaces[thread]));
        int parts = EvenSplit.parts(weights.panels(), PANELS);
        workers.forEach(
                POINTS * parts,
                (task, thread) -> multiply(task / parts, task % parts * PANELS, first, end, desks[thread]));
        workers.forEach(
                weights.channels(),
                (channel, thread) -> output.transform(channel, bias[channel], first, end, spaces[thread]));
        countDefinition(first, end);
    }

    /** The matrix product of one point for some panels of weights. */
    private void multiply(int point, int firstPanel, int first, int end, Tile desk) {
        long multiplications = 0;
        int endPanel = Math.min(firstPanel + PANELS, weights.panels());
        for (int tile = first; tile < end; tile += block.width()) {
            int columns = Math.min(block.width(), end - tile);
            Panel right = block.input(point, (tile - first) / block.width());
            long used = tiles.withOutputs(tile, tile + columns);
            for (int panel = firstPanel; panel < endPanel; panel++) {
                int channel = panel * tiling.rows();
                int channels = Math.min(tiling.rows(), weights.channels() - channel);
                desk.multiply(
                        weights.panel(point, panel),
                        0,
                        right,
                        0,
                        weights.depth(),
                        block.output(point, channel, channels, tile - first, columns),
                        false);
                multiplications += used * channels * weights.depth();
            }
        }
        call.count(0, 0, multiplications);
    }

    /** What the definition asks for, for the outputs of these tiles. */
    private void countDefinition(int first, int end) {
        long maps = (long) weights.channels() * weights.depth();
        for (int tile = first; tile < end; tile++) {
            long onInput = tiles.tapsOnInput(tile);
            call.count(maps * onInput, maps * (tiles.taps(tile) - onInput), 0);
        }
    }
}
