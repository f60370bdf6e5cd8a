package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.tensor.Tensor;

/**
 * The tiles that cover the outputs of a convolution with 3×3 taps, 4×4 outputs each, numbered row by row and image by image. The last of
 * a row or column may hang over the outputs. After each row may stand one more tile, without outputs, so that the last two columns
 * of input that a tile looks at are always the first two of the tile with the next number.
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
     * @param more tiles without outputs after each row
     */
    WinogradTiles(Tensor x, int[] tops, int[] lefts, int more) {
        this.x = x;
        this.tops = tops;
        this.lefts = lefts;
        this.down = (int) along(tops.length);
        this.across = (int) along(lefts.length) + more;
    }

    /** How many tiles cover so many outputs of one axis. */
    static long along(long outputs) {
        return (outputs + OUTPUT - 1) / OUTPUT;
    }

    int count() {
        return x.batch() * down * across;
    }

    /** How many of the tiles from {@code first} to before {@code end} have outputs. */
    int withOutputs(int first, int end) {
        int count = 0;
        for (int tile = first; tile < end; tile++) {
            count += columns(tile) > 0 ? 1 : 0;
        }
        return count;
    }

    /** How many tiles from this one on, up to before {@code end}, lie in one row. */
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

    /** Rows of outputs in a tile. */
    int rows(int tile) {
        return Math.min(OUTPUT, tops.length - row(tile));
    }

    /** Columns of outputs in a tile. */
    int columns(int tile) {
        return Math.max(0, Math.min(OUTPUT, lefts.length - column(tile)));
    }

    /** The first row of inputs; negative on padding. */
    int top(int tile) {
        return tops[row(tile)];
    }

    /** The first column of inputs, where windows begin at every element; negative on padding. */
    int left(int tile) {
        return lefts[0] + column(tile);
    }

    /** Taps of the windows of a tile's outputs that fall on the input, on one channel of it. */
    long tapsOnInput(int tile) {
        return onInput(tops, row(tile), rows(tile), x.extent(2))
                * onInput(lefts, column(tile), columns(tile), x.extent(3));
    }

    /** All taps of these windows. */
    long taps(int tile) {
        return (long) rows(tile) * WinogradWeights.TAPS * columns(tile) * WinogradWeights.TAPS;
    }

    private static long onInput(int[] starts, int first, int windows, int extent) {
        long taps = 0;
        for (int window = first; window < first + windows; window++) {
            for (int tap = 0; tap < WinogradWeights.TAPS; tap++) {
                int position = starts[window] + tap;
                taps += position >= 0 && position < extent ? 1 : 0;
            }
        }
        return taps;
    }
}
