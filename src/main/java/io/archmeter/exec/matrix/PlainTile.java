package io.archmeter.exec.matrix;

import java.util.Arrays;
import java.util.function.IntFunction;

/** A tile in plain Java: its rows are summed in arrays of their own, over two rows of the right factor at a time. */
final class PlainTile implements Tile {
    private final float[][] sums = new float[PlainTiling.ROWS][];

    PlainTile(IntFunction<float[]> memory) {
        Arrays.setAll(sums, row -> memory.apply(PlainTiling.COLUMNS));
    }

    @Override
    public void multiply(Panel left, int row, Panel right, int column, int depth, Block block, boolean accumulate) {
        begin(block, accumulate);
        float[] a = left.array(0);
        for (int k = 0; k < depth; k += 2) {
            boolean two = k + 1 < depth;
            int next = two ? k + 1 : k;
            add(
                    a,
                    left.at(k) + row,
                    left.at(next) + row,
                    right.array(k),
                    right.array(next),
                    two,
                    sums[0],
                    sums[1],
                    sums[2],
                    sums[3],
                    block.columns());
        }
        for (int r = 0; r < block.rows(); r++) {
            System.arraycopy(sums[r], 0, block.data(), block.offset() + r * block.stride(), block.columns());
        }
    }

    private void begin(Block block, boolean accumulate) {
        for (int r = 0; r < sums.length; r++) {
            if (accumulate && r < block.rows()) {
                System.arraycopy(block.data(), block.offset() + r * block.stride(), sums[r], 0, block.columns());
            } else {
                Arrays.fill(sums[r], 0, block.columns(), 0);
            }
        }
    }

    /**
     * s[r][j] += a[at + r]·x[j] + a[next + r]·y[j]. HotSpot's compiler turns the loops into vectors where all arrays are arguments and read
     * from their beginnings, and where the method is not inlined into a loop of its caller; it is not, because it is longer than
     * 325 bytes of bytecode (FreqInlineSize). Measured with JDK 17 and 25: else it runs at an eighth of the speed.
     */
    private static void add(
            float[] a,
            int at,
            int next,
            float[] x,
            float[] y,
            boolean two,
            float[] s0,
            float[] s1,
            float[] s2,
            float[] s3,
            int columns) {
        int shortest = Math.min(
                Math.min(Math.min(x.length, y.length), Math.min(s0.length, s1.length)), Math.min(s2.length, s3.length));
        if (columns < 0 || columns > shortest) {
            throw new IllegalArgumentException(columns + " columns do not fit into rows of " + shortest);
        }
        float a0 = a[at];
        float a1 = a[at + 1];
        float a2 = a[at + 2];
        float a3 = a[at + 3];
        if (two) {
            float b0 = a[next];
            float b1 = a[next + 1];
            float b2 = a[next + 2];
            float b3 = a[next + 3];
            for (int j = 0; j < columns; j++) {
                float u = x[j];
                float v = y[j];
                s0[j] = Math.fma(b0, v, Math.fma(a0, u, s0[j]));
                s1[j] = Math.fma(b1, v, Math.fma(a1, u, s1[j]));
                s2[j] = Math.fma(b2, v, Math.fma(a2, u, s2[j]));
                s3[j] = Math.fma(b3, v, Math.fma(a3, u, s3[j]));
            }
        } else {
            for (int j = 0; j < columns; j++) {
                float u = x[j];
                s0[j] = Math.fma(a0, u, s0[j]);
                s1[j] = Math.fma(a1, u, s1[j]);
                s2[j] = Math.fma(a2, u, s2[j]);
                s3[j] = Math.fma(a3, u, s3[j]);
            }
        }
    }
}
