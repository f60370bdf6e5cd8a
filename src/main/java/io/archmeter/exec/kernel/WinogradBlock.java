package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Strip;
import io.archmeter.exec.matrix.Tiling;
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

    private final int depth;
    private final int width;
    private final int tiles;
    private final int stride;
    private final Strip[] input = new Strip[WinogradWeights.POINTS];
    private final float[] output;

    /**
     * @param all tiles that are to be computed
     * @param workspace gives memory
     */
    WinogradBlock(int all, WinogradWeights weights, Tiling tiling, IntFunction<float[]> workspace) {
        this.depth = weights.depth();
        int most = Math.max(LEAST_TILES, ELEMENTS / WinogradWeights.POINTS / (depth + weights.channels()));
        this.width = Math.min(tiling.columns(), up(Math.min(most, all), WHOLE_VECTORS));
        int panels = ceil(all, width);
        int blocks = ceil(panels, Math.max(1, most / width));
        this.tiles = ceil(panels, blocks) * width;
        // Not a multiple of a power of two: or the points of a tile would all meet in the same place of a cache.
        this.stride = Math.addExact(Math.multiplyExact(weights.channels(), tiles), WHOLE_VECTORS);
        this.output = workspace.apply(Math.multiplyExact(WinogradWeights.POINTS, stride));
        for (int point = 0; point < input.length; point++) {
            input[point] = tiling.right(Math.multiplyExact(tiles / width, depth), width, workspace);
        }
    }

    /** So many tiles, or some more to fill vectors. */
    int whole(int count) {
        return up(count, WHOLE_VECTORS);
    }

    /** How many tiles have a place in it. */
    int tiles() {
        return tiles;
    }

    /** Columns of a panel of the right factors. */
    int width() {
        return width;
    }

    /** The right factor of a point, panel after panel. */
    Strip input(int point) {
        return input[point];
    }

    /** The row of the strip where a panel begins. */
    int panel(int panel) {
        return panel * depth;
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

    private static int up(int number, int unit) {
        return ceil(number, unit) * unit;
    }

    private static int ceil(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
