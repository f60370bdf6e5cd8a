package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.WinogradTransform;

/**
 * The tiles that cover the outputs of a convolution with 3×3 taps, 4×4 outputs each. They are numbered row by row and image by image;
 * the last of a row or column may hang over the outputs.
 */
final class WinogradTiles {
    private static final int OUTPUT = WinogradTransform.OUTPUT;

    private final Tensor x;
    private final int[] tops;
    private final int[] lefts;
    private final int down;
    private final int across;

    /**
     * @param tops where the windows of each row of outputs begin
     * @param lefts where those of each column begin
     */
    WinogradTiles(Tensor x, int[] tops, int[] lefts) {
        this.x = x;
        this.tops = tops;
        this.lefts = lefts;
        this.down = (int) along(tops.length);
        this.across = (int) along(lefts.length);
    }

    /** How many tiles cover so many outputs of one axis. */
    static long along(long outputs) {
        return (outputs + OUTPUT - 1) / OUTPUT;
    }

    int count() {
        return x.batch() * down * across;
    }

    int across() {
        return across;
    }

    /** How many tiles, this one the first and none from {@code end} on, lie side by side. */
    int run(int tile, int end) {
        return Math.min(across - tile % across, end - tile);
    }

    int image(int tile) {
        return tile / across / down;
    }

    /** The first row of outputs. */
    int row(int tile) {
        return tile / across % down * OUTPUT;
    }

    /** The first column of outputs. */
    int column(int tile) {
        return tile % across * OUTPUT;
    }

    /** The first row of inputs; negative on padding. */
    int top(int tile) {
        return tops[row(tile)];
    }

    /** The first column of inputs; negative on padding. */
    int left(int tile) {
        return lefts[column(tile)];
    }

    /** Taps of the windows of a tile's outputs that fall on the input, on one channel of it. */
    long tapsOnInput(int tile) {
        return onInput(tops, row(tile), x.extent(2)) * onInput(lefts, column(tile), x.extent(3));
    }

    /** All taps of these windows. */
    long taps(int tile) {
        int rows = Math.min(OUTPUT, tops.length - row(tile));
        int columns = Math.min(OUTPUT, lefts.length - column(tile));
        return (long) rows * WinogradWeights.TAPS * columns * WinogradWeights.TAPS;
    }

    private static long onInput(int[] starts, int first, int extent) {
        long taps = 0;
        for (int window = first; window < Math.min(first + OUTPUT, starts.length); window++) {
            for (int tap = 0; tap < WinogradWeights.TAPS; tap++) {
                int position = starts[window] + tap;
                taps += position >= 0 && position < extent ? 1 : 0;
            }
        }
        return taps;
    }
}
