package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Strips;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.EvenSplit;
import java.util.function.IntFunction;

/**
 * Vectors of output channels: [windows×depth]·[depth×channels], for outputs with so few positions that they fill tiles badly. The sums
 * come out transposed, and are put in order at the end.
 */
record ChannelLanes(Tiling tiling) implements Lanes {
    private static final int WINDOWS = 128;
    private static final int CHANNELS = 512;

    /** From the sums of a window to those of the next: not a power of 2, or they would compete for the same lines of a cache. */
    private static final int STRIDE = CHANNELS + 16;

    /** Multiply-adds in whose time a sum is put in order: as measured. */
    private static final int ORDERING = 150;

    @Override
    public long cost(int windows, int channels, int depth) {
        return tiling.cost(windows, channels) * depth + (long) ORDERING * windows * channels;
    }

    @Override
    public int depth() {
        return tiling.panelDepth();
    }

    @Override
    public int windows(int all) {
        return EvenSplit.size(all, WINDOWS, tiling.rows());
    }

    @Override
    public int channels(int all) {
        return EvenSplit.size(all, Math.min(CHANNELS, tiling.columns()), tiling.grain());
    }

    @Override
    public int taskChannels() {
        return CHANNELS;
    }

    @Override
    public Panel weights(int depth, int channels) {
        return tiling.right(depth, channels, float[]::new);
    }

    @Override
    public Strips windows(int depth, IntFunction<float[]> memory) {
        return Strips.left(tiling, depth, WINDOWS, memory);
    }

    @Override
    public float[] sums(IntFunction<float[]> memory) {
        return memory.apply(WINDOWS * STRIDE);
    }

    @Override
    public long multiply(
            Panel[] weights, int width, ThreadBuffers desk, int k, int depth, Block block, boolean accumulate) {
        Block sums = sums(desk, block);
        long elements = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int row = 0; row < sums.rows(); row += tiling.rows()) {
                Block part = sums.part(row, i * width, tiling.rows(), width);
                Panel strip = desk.windows().strips().strip(row / tiling.rows(), k);
                desk.tile().multiply(strip, 0, weights[i], 0, depth, part, accumulate);
                elements += part.elements();
            }
        }
        return elements;
    }

    @Override
    public void finish(ThreadBuffers desk, Block block) {
        Block sums = sums(desk, block);
        for (int row = 0; row < block.rows(); row++) {
            int to = block.offset() + row * block.stride();
            int from = sums.offset() + row;
            for (int window = 0; window < block.columns(); window++) {
                block.data()[to + window] = sums.data()[from + window * sums.stride()];
            }
        }
    }

    private static Block sums(ThreadBuffers desk, Block block) {
        return new Block(desk.sums(), 0, STRIDE, block.columns(), block.rows());
    }
}
