package io.archmeter.exec.matrix;

/** A tile in plain Java. */
public final class PlainTile implements Tile {
    private static final int ROWS = 4;
    private static final int COLUMNS = 16;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void multiply(float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int to, boolean accumulate) {
        for (int r = 0; r < ROWS; r++) {
            for (int w = 0; w < COLUMNS; w++) {
                float sum = accumulate ? c[to + r * COLUMNS + w] : 0;
                for (int k = 0; k < depth; k++) {
                    sum += a[aFrom + k * ROWS + r] * b[bFrom + k * COLUMNS + w];
                }
                c[to + r * COLUMNS + w] = sum;
            }
        }
    }
}
