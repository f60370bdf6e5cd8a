package io.archmeter.exec.matrix;

import java.util.Optional;

/**
 * The steps of Winograd's convolution, as in {@link WinogradTransform}, with neighbouring channels in the lanes of a vector: nothing has to
 * be shuffled, and a map of few tiles fills vectors as well as a large one.
 */
public interface ChannelWinograd {
    /** Tiles that are multiplied together. */
    int TILES = 4;

    /** With the Vector API where Java was started with its module; the compiler makes no vectors of such loops by itself. */
    static Optional<ChannelWinograd> best() {
        return VectorClasses.create(ChannelWinograd.class, "VectorChannelWinograd");
    }

    /** Channels that are transformed together: what is read and written is a multiple of it. */
    int lanes();

    /** Output channels that are multiplied together. */
    int width();

    /** Elements of workspace for a transform. */
    int space();

    /**
     * Bᵀ·x·B of a tile of each channel c: element (i, j) of x is at from + i·down + j·right + c, and point p of the result at
     * to + p·step + c.
     */
    void input(float[] x, int from, int down, int right, int channels, float[] y, int to, int step, float[] space);

    /**
     * sums[to + t·stride + o] = Σ tiles[from + t·pitch + k]·weights[at + k·width + o] for k from 0 to {@code depth} − 1, {@value #TILES} tiles t
     * and {@link #width} output channels o.
     *
     * @param accumulate whether the sums begin with what is there, and not with 0
     */
    void multiply(
            float[] tiles,
            int from,
            int pitch,
            float[] weights,
            int at,
            int depth,
            float[] sums,
            int to,
            int stride,
            boolean accumulate);

    /**
     * Aᵀ·x·A and the bias of a tile of each channel c: point p of x is at from + p·step + c, the channel's bias at {@code at} + c, and
     * element (i, j) of the result at to + i·down + j·right + c.
     */
    void output(
            float[] x,
            int from,
            int step,
            int channels,
            float[] bias,
            int at,
            float[] y,
            int to,
            int down,
            int right,
            float[] space);
}
