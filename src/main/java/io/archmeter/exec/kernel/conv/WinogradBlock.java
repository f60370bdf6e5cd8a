package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.EvenSplit;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The workspace of a block of tiles: for each of the 36 points the right factor and the result of a matrix product. A tile is a column
 * of them, a channel is a row.
 */
final class WinogradBlock {
    /** Elements that stay in the second or third cache. */
    private static final int ELEMENTS = 1 << 19;

    /** With fewer tiles the weights would be read too often, whatever the cache holds. */
    private static final int LEAST_TILES = 64;

    /** A number of columns that whole vectors fill on most machines. */
    private static final int WHOLE_VECTORS = 16;

    private final int width;
    private final int tiles;
    private final int stride;
    private final Panel[][] input;
    private final float[] output;

    /**
     * @param all tiles that are to be computed
     * @param workspace gives memory
     */
    WinogradBlock(int all, WinogradWeights weights, Tiling tiling, IntFunction<float[]> workspace) {
        int cached = ELEMENTS / WinogradWeights.POINTS / (weights.depth() + weights.channels());
        int most = Math.min(whole(all), Math.max(LEAST_TILES, cached));
        this.width = Math.min(tiling.columns(), whole(most));
        int panels = EvenSplit.size(EvenSplit.parts(all, width), Math.max(1, most / width));
        this.tiles = panels * width;
        // Not a multiple of a power of two: or the points of a tile would all meet in the same place of a cache.
        this.stride = Math.addExact(Math.multiplyExact(weights.channels(), tiles), WHOLE_VECTORS);
        this.output = workspace.apply(Math.multiplyExact(WinogradWeights.POINTS, stride));
        this.input = new Panel[WinogradWeights.POINTS][panels];
        for (Panel[] point : input) {
            Arrays.setAll(point, panel -> tiling.right(weights.depth(), width, workspace));
        }
    }

    /** So many numbers, or some more to fill vectors. */
    static int whole(int count) {
        return EvenSplit.parts(count, WHOLE_VECTORS) * WHOLE_VECTORS;
    }

    /** How many tiles have a place in it. */
    int tiles() {
        return tiles;
    }

    /** How many of them are side by side in a panel. */
    int width() {
        return width;
    }

    /** A part of the right factor of a point: [channel][width]. */
    Panel input(int point, int panel) {
        return input[point][panel];
    }

    /** The results: [point][channel][tile]. */
    float[] output() {
        return output;
    }

    /** Where the first tile of a channel lies. */
    int output(int channel) {
        return channel * tiles;
    }

    /** From the results of a point to those of the next. */
    int stride() {
        return stride;
    }

    /** A part of the result of a point. */
    Block output(int point, int channel, int rows, int tile, int columns) {
        return new Block(output, point * stride + channel * tiles + tile, tiles, rows, columns);
    }
}
