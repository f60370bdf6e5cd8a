package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.EvenSplit;
import java.util.function.IntFunction;

/** Vectors of neighbouring windows: [channels×depth]·[depth×windows], which puts the sums where they belong. */
record WindowLanes(Tiling tiling) implements Lanes {
    private static final float[] NO_SUMS = {};

    @Override
    public long cost(int windows, int channels, int depth) {
        return tiling.cost(channels, windows) * depth;
    }

    @Override
    public int depth() {
        return tiling.panelDepth();
    }

    @Override
    public int windows(int all) {
        return EvenSplit.size(all, tiling.panelColumns(), tiling.grain());
    }

    @Override
    public int channels(int all) {
        return tiling.rows();
    }

    @Override
    public int taskChannels() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Panel weights(int depth, int channels) {
        return tiling.left(depth, channels, float[]::new);
    }

    @Override
    public Panel windows(int depth, IntFunction<float[]> memory) {
        return tiling.right(depth, tiling.panelColumns(), memory);
    }

    @Override
    public float[] sums(IntFunction<float[]> memory) {
        return NO_SUMS;
    }

    @Override
    public long multiply(
            Panel weights, Panel windows, ThreadBuffers desk, int depth, Block block, int channel, boolean accumulate) {
        long elements = 0;
        for (int column = 0; column < block.columns(); column += tiling.columns()) {
            Block part = block.part(0, column, block.rows(), tiling.columns());
            desk.tile().multiply(weights, 0, windows, column, depth, part, accumulate);
            elements += part.elements();
        }
        return elements;
    }

    @Override
    public void finish(ThreadBuffers desk, Block block, int channel) {}
}
