package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.ChannelWinograd;
import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import java.util.List;

/**
 * One run of a convolution by Winograd's algorithm with vectors of channels. A task takes some tiles through the transform of the input,
 * a matrix product for each point, and the transform of the output, and needs nothing of other tasks.
 */
final class ChannelWinogradRun {
    private static final int POINTS = WinogradWeights.POINTS;
    private static final int INPUT = WinogradTransform.INPUT;
    private static final int OUTPUT = WinogradTransform.OUTPUT;
    private static final int TOGETHER = ChannelWinograd.TILES;

    /** Elements of a task's tiles, in and out, that stay in the nearer caches: as measured. */
    private static final int ELEMENTS = 1 << 18;

    /** With fewer tiles in a task the weights would be read too often, whatever the caches hold. */
    private static final int LEAST_TILES = 16;

    /** Steps of the sums after which others get their turn: so deep a strip of weights stays in the first cache. */
    private static final int DEPTH = 256;

    /** So that the points of a tile do not compete for the same lines of a cache. */
    private static final int APART = 16;

    private final KernelCall call;
    private final ChannelWinograd steps;
    private final ChannelWinogradWeights weights;
    private final Tensor x;
    private final Tensor y;
    private final Epilogue epilogue;
    private final WinogradTiles tiles;
    private final int together;
    private final int depthPitch;
    private final int depthStep;
    private final int channelPitch;
    private final int channelStep;
    private final Desk[] desks;

    /** What a thread works with: tiles in and out, [point][tile][channel], rows of an image, and the workspace of a transform. */
    private record Desk(float[] in, float[] out, ChannelRows rows, float[] space) {}

    ChannelWinogradRun(KernelCall call, List<Axis> axes, ChannelWinogradWeights weights, ChannelWinograd steps) {
        this.call = call;
        this.weights = weights;
        this.steps = steps;
        this.x = call.input();
        int[] tops = WindowPlacement.starts(x.extent(2), axes.get(0));
        int[] lefts = WindowPlacement.starts(x.extent(3), axes.get(1));
        this.y = call.output(Shape.of(x.batch(), weights.channels(), tops.length, lefts.length));
        this.epilogue = call.epilogue();
        this.tiles = new WinogradTiles(x, tops, lefts, 0);
        this.desks = new Desk[call.workers().threads()];
        this.together = together();
        this.depthPitch = EvenSplit.parts(weights.depth(), steps.lanes()) * steps.lanes();
        this.depthStep = together * depthPitch + APART;
        this.channelPitch = weights.strips() * steps.width();
        this.channelStep = together * channelPitch + APART;
        int columns = OUTPUT * Math.min(together, tiles.run(0, tiles.count())) + INPUT - OUTPUT;
        for (int thread = 0; thread < desks.length; thread++) {
            desks[thread] = new Desk(
                    call.workspace(POINTS * depthStep),
                    call.workspace(POINTS * channelStep),
                    new ChannelRows(call.workspace(INPUT * columns * ChannelRows.RIGHT), columns),
                    call.workspace(steps.space()));
        }
    }

    /** Tiles of a task: as many as caches hold, if that leaves the threads about as much to do each. */
    private int together() {
        int cached = ELEMENTS / POINTS / (weights.depth() + weights.channels());
        int tasks = EvenSplit.parts(tiles.count(), Math.max(LEAST_TILES, cached));
        int even = EvenSplit.parts(tasks, desks.length) * desks.length;
        return EvenSplit.parts(EvenSplit.parts(tiles.count(), even), TOGETHER) * TOGETHER;
    }

    void run() {
        call.workers().forEach(EvenSplit.parts(tiles.count(), together), (task, thread) -> {
            int first = task * together;
            run(first, Math.min(first + together, tiles.count()), desks[thread]);
        });
    }

    private void run(int first, int end, Desk desk) {
        int run;
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            for (int channel = 0; channel < weights.depth(); channel += ChannelRows.CHANNELS) {
                read(tile, run, channel, tile - first, desk);
            }
        }
        for (int point = 0; point < POINTS; point++) {
            multiply(point, EvenSplit.parts(end - first, TOGETHER) * TOGETHER, desk);
        }
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            for (int channel = 0; channel < weights.channels(); channel += ChannelRows.CHANNELS) {
                finish(tile, run, channel, tile - first, desk);
            }
        }
        count(first, end);
    }

    /** Transforms some channels of neighbouring tiles. */
    private void read(int tile, int run, int channel, int number, Desk desk) {
        int channels = Math.min(ChannelRows.CHANNELS, weights.depth() - channel);
        int columns = OUTPUT * run + INPUT - OUTPUT;
        for (int i = 0; i < INPUT; i++) {
            desk.rows.read(x, tiles.image(tile), channel, channels, tiles.top(tile) + i, tiles.left(tile), i, columns);
        }
        for (int t = 0; t < run; t++) {
            steps.input(
                    desk.rows.elements(),
                    t * OUTPUT * ChannelRows.RIGHT,
                    desk.rows.down(),
                    ChannelRows.RIGHT,
                    channels,
                    desk.in,
                    (number + t) * depthPitch + channel,
                    depthStep,
                    desk.space);
        }
    }

    /** The matrix product of one point. */
    private void multiply(int point, int tiles, Desk desk) {
        float[] matrix = weights.point(point);
        for (int k = 0; k < weights.depth(); k += DEPTH) {
            int depth = Math.min(DEPTH, weights.depth() - k);
            for (int strip = 0; strip < weights.strips(); strip++) {
                int at = weights.at(strip, k);
                int from = point * depthStep + k;
                int to = point * channelStep + strip * steps.width();
                for (int tile = 0; tile < tiles; tile += TOGETHER) {
                    steps.multiply(
                            desk.in,
                            from + tile * depthPitch,
                            depthPitch,
                            matrix,
                            at,
                            depth,
                            desk.out,
                            to + tile * channelPitch,
                            channelPitch,
                            k > 0);
                }
            }
        }
    }

    /** Puts some channels of neighbouring tiles into the output, without what hangs over. */
    private void finish(int tile, int run, int channel, int number, Desk desk) {
        int channels = Math.min(ChannelRows.CHANNELS, weights.channels() - channel);
        for (int t = 0; t < run; t++) {
            steps.output(
                    desk.out,
                    (number + t) * channelPitch + channel,
                    channelStep,
                    channels,
                    weights.bias(),
                    channel,
                    desk.rows.elements(),
                    t * OUTPUT * ChannelRows.RIGHT,
                    desk.rows.down(),
                    ChannelRows.RIGHT,
                    desk.space);
        }
        int columns = Math.min(OUTPUT * run, y.extent(3) - tiles.column(tile));
        for (int i = 0; i < tiles.rows(tile); i++) {
            int line = tiles.row(tile) + i;
            desk.rows.write(y, tiles.image(tile), channel, channels, line, tiles.column(tile), i, columns);
        }
        for (int c = channel; c < channel + channels; c++) {
            int plane = y.offset() + (tiles.image(tile) * y.channels() + c) * y.positions();
            int begin = plane + tiles.row(tile) * y.extent(3) + tiles.column(tile);
            epilogue.finish(y.data(), begin, tiles.rows(tile), columns, y.extent(3));
        }
    }

    /** What the definition asks for, for the outputs of these tiles, and what was done. */
    private void count(int first, int end) {
        long maps = (long) weights.channels() * weights.depth();
        for (int tile = first; tile < end; tile++) {
            long onInput = tiles.tapsOnInput(tile);
            call.count(maps * onInput, maps * (tiles.taps(tile) - onInput), maps * POINTS);
        }
    }
}
