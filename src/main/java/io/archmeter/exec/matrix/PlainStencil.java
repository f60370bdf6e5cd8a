package io.archmeter.exec.matrix;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A stencil in plain Java, three elements of a sum at a time. HotSpot's compiler makes vectors of loops whose arrays all have the same
 * index, hence the copies; they are short enough for the first cache.
 */
final class PlainStencil implements Stencil {
    private static final int BLOCK = 1 << 10;
    private static final int TOGETHER = 3;

    private final float[][] shifted = new float[TOGETHER][];
    private final float[] added;

    PlainStencil(IntFunction<float[]> memory) {
        Arrays.setAll(shifted, i -> memory.apply(BLOCK));
        this.added = memory.apply(BLOCK);
    }

    @Override
    public void apply(float[] plane, int[] offsets, float[] weights, int first, float bias, float[] sums, int count) {
        for (int begin = 0; begin < count; begin += BLOCK) {
            int length = Math.min(BLOCK, count - begin);
            Arrays.fill(added, 0, length, bias);
            for (int tap = 0; tap < offsets.length; tap += TOGETHER) {
                int together = Math.min(TOGETHER, offsets.length - tap);
                for (int i = 0; i < together; i++) {
                    System.arraycopy(plane, offsets[tap + i] + begin, shifted[i], 0, length);
                }
                if (together == TOGETHER) {
                    add(weights, first + tap, shifted[0], shifted[1], shifted[2], added, length);
                } else {
                    for (int i = 0; i < together; i++) {
                        add(weights[first + tap + i], shifted[i], added, length);
                    }
                }
            }
            System.arraycopy(added, 0, sums, begin, length);
        }
    }

    private static void add(float[] weights, int at, float[] x, float[] y, float[] z, float[] sums, int count) {
        float a = weights[at];
        float b = weights[at + 1];
        float c = weights[at + 2];
        for (int i = 0; i < count; i++) {
            sums[i] = Math.fma(c, z[i], Math.fma(b, y[i], Math.fma(a, x[i], sums[i])));
        }
    }

    private static void add(float weight, float[] x, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = Math.fma(weight, x[i], sums[i]);
        }
    }
}
