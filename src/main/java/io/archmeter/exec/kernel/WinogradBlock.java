package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Tile;
import java.util.function.IntFunction;

/**
 * The workspace of a block of tiles: for each of the 36 points the two matrices that are multiplied with and come out, in panels. A
 * lane is a tile's place in it.
 */
final class WinogradBlock {
    /** Elements that stay in the second or third cache of a core. */
    private static final int ELEMENTS = 1 << 19;

    /** So few lanes that the weights would be read again too soon, whatever the cache holds. */
    private static final int LEAST_LANES = 64;

    private final Tile tile;
    private final int depth;
    private final int panels;
    private final int inputStride;
    private final int outputStride;
    private final float[] input;
    private final float[] output;

    /**
     * @param tiles how many are to be computed in all
     * @param workspace gives memory
     */
    WinogradBlock(int tiles, WinogradWeights weights, Tile tile, IntFunction<float[]> workspace) {
        this.tile = tile;
        this.depth = weights.depth();
        int lanes = Math.max(LEAST_LANES, ELEMENTS / WinogradWeights.POINTS / (depth + weights.channels()));
        int all = panels(tiles);
        int most = Math.max(1, lanes / tile.columns());
        int blocks = (all + most - 1) / most;
        this.panels = (all + blocks - 1) / blocks;
        // One more than a multiple of a power of two: rows that are used together do not meet in the same place of a
        // cache.
        this.inputStride = (panels * depth + 1) * tile.columns();
        this.outputStride = (panels * weights.panelCount() * tile.rows() + 1) * tile.columns();
        this.input = workspace.apply(Math.multiplyExact(WinogradWeights.POINTS, inputStride));
        this.output = workspace.apply(Math.multiplyExact(WinogradWeights.POINTS, outputStride));
    }

    /** Tiles that find a place. */
    int lanes() {
        return panels * tile.columns();
    }

    /** Panels that this many tiles lie in. */
    int panels(int tiles) {
        return (tiles + tile.columns() - 1) / tile.columns();
    }

    int columns() {
        return tile.columns();
    }

    /** The transformed input. */
    float[] input() {
        return input;
    }

    /** Where the first lane of a channel and panel lies, for point 0. */
    int input(int channel, int panel) {
        return (panel * depth + channel) * tile.columns();
    }

    /** From the elements of one point to those of the next. */
    int inputStride() {
        return inputStride;
    }

    /** The transformed output. */
    float[] output() {
        return output;
    }

    int output(int channel, int panel) {
        int block = (channel / tile.rows() * panels + panel) * tile.rows();
        return (block + channel % tile.rows()) * tile.columns();
    }

    int outputStride() {
        return outputStride;
    }
}
