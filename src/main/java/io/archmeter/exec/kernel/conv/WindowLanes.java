package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Strips;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.EvenSplit;
import java.util.function.IntFunction;

/** Vectors of neighbouring windows: [channels×depth]·[depth×windows], which puts the sums where they belong. */
record WindowLanes(Tiling tiling) implements Lanes {
    /** Weights that stay in the second cache while each strip of windows is multiplied with them. */
    private static final int WEIGHTS = 1 << 15;

    /** Windows that stay in the first cache while each panel of weights is multiplied with them: what is put out then lies in longer rows. */
    private static final int WINDOWS = 1 << 12;

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
    public Strips windows(int depth, IntFunction<float[]> memory) {
        return Strips.right(tiling, depth, tiling.panelColumns(), memory);
    }

    @Override
    public float[] sums(IntFunction<float[]> memory) {
        return NO_SUMS;
    }

    @Override
    public long multiply(
            Panel[] weights, int width, ThreadBuffers desk, int k, int depth, Block block, boolean accumulate) {
        int together = Math.max(1, WEIGHTS / (depth * tiling.rows()));
        int near = Math.max(1, WINDOWS / (depth * tiling.columns())) * tiling.columns();
        long elements = 0;
        for (int first = 0; first < weights.length; first += together) {
            int end = Math.min(first + together, weights.length);
            for (int column = 0; column < block.columns(); column += near) {
                for (int i = first; i < end; i++) {
                    Block part = block.part(i * width, column, tiling.rows(), near);
                    multiply(weights[i], desk, column / tiling.columns(), k, depth, part, accumulate);
                    elements += part.elements();
                }
            }
        }
        return elements;
    }

    /** Multiplies a panel of weights with neighbouring strips. */
    private void multiply(
            Panel weights, ThreadBuffers desk, int strip, int k, int depth, Block block, boolean accumulate) {
        int number = strip;
        for (int column = 0; column < block.columns(); column += tiling.columns()) {
            Panel windows = desk.windows().strips().strip(number++, k);
            Block part = block.part(0, column, tiling.rows(), tiling.columns());
            desk.tile().multiply(weights, 0, windows, 0, depth, part, accumulate);
        }
    }

    @Override
    public void finish(ThreadBuffers desk, Block block) {}
}
