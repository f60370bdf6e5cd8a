package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Strips;
import io.archmeter.exec.matrix.Tiling;
import java.util.function.IntFunction;

/** What lies side by side in the vectors of a convolution's matrix products, and with that which factor is the right one. */
interface Lanes {
    /** The one that takes less time. */
    static Lanes best(Tiling tiling, int windows, int channels, int depth) {
        Lanes byWindows = new WindowLanes(tiling);
        Lanes byChannels = new ChannelLanes(tiling);
        return byWindows.cost(windows, channels, depth) <= byChannels.cost(windows, channels, depth)
                ? byWindows
                : byChannels;
    }

    /** How long it takes, in multiply-adds, for so many multiply-adds of each of windows·channels sums. */
    long cost(int windows, int channels, int depth);

    /** Multiply-adds of a sum that are done before others get their turn. */
    int depth();

    /** Of so many windows, how many are packed together. */
    int windows(int all);

    /** Of so many output channels, how many are packed together. */
    int channels(int all);

    /** Output channels that a task takes at most. */
    int taskChannels();

    /** A panel of weights. */
    Panel weights(int depth, int channels);

    /** Room for windows that are packed together. */
    Strips windows(int depth, IntFunction<float[]> memory);

    /** Room for sums. */
    float[] sums(IntFunction<float[]> memory);

    /**
     * Multiplies weights with windows.
     *
     * @param weights panels of neighbouring output channels
     * @param width output channels of a panel
     * @param windows in the desk's strips, from row {@code k} on
     * @param block of the output, a row for each of these channels
     * @param accumulate whether the sums go on
     * @return how many of the elements of the block took part
     */
    long multiply(Panel[] weights, int width, ThreadBuffers desk, int k, int depth, Block block, boolean accumulate);

    /** Puts the finished sums into the output. */
    void finish(ThreadBuffers desk, Block block);
}
