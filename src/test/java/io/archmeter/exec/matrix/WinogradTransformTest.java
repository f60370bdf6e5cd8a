package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WinogradTransformTest {
    private static final int TILES = 67;

    /** Lavin and Gray 2015, arXiv:1509.09308, §4.3, "F(4x4,3x3)". */
    static final float[][] INPUT = {
        {4, 0, -5, 0, 1, 0},
        {0, -4, -4, 1, 1, 0},
        {0, 4, -4, -1, 1, 0},
        {0, -2, -1, 2, 1, 0},
        {0, 2, -1, -2, 1, 0},
        {0, 4, 0, -5, 0, 1}
    };

    /** The same place. */
    static final float[][] OUTPUT = {
        {1, 1, 1, 1, 1, 0},
        {0, 1, -1, 2, -2, 0},
        {0, 1, 1, 4, 4, 0},
        {0, 1, -1, 8, -8, 1}
    };

    private static final WinogradTransform TRANSFORM = WinogradTransform.plain();

    @Test
    void columnsOfTheInputAreMultipliedWithTheMatrix() {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, TILES - 1}) {
                float[] x = unit(unit * 100 + tile);
                TRANSFORM.inputColumns(x, 0, 100, TILES);
                for (int i = 0; i < 6; i++) {
                    assertThat(x[i * 100 + tile]).isEqualTo(INPUT[i][unit]);
                }
            }
        }
    }

    @Test
    void rowsOfTheInputAreMultipliedWithTheMatrix() {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, 15, TILES - 1}) {
                float[][] y = new float[6][3 + TILES];
                TRANSFORM.inputRows(unit(2 + 4 * tile + unit), 2, y, 3, TILES);
                for (int i = 0; i < 6; i++) {
                    assertThat(y[i][3 + tile]).isEqualTo(INPUT[i][unit]);
                }
            }
        }
    }

    @Test
    void columnsOfTheOutputAreMultipliedWithTheMatrix() {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, TILES - 1}) {
                float[] y = new float[4 * 90];
                TRANSFORM.outputColumns(unit(1 + unit * 80 + tile), 1, 80, y, 2, 90, TILES);
                for (int i = 0; i < 4; i++) {
                    assertThat(y[2 + i * 90 + tile]).isEqualTo(OUTPUT[i][unit]);
                }
            }
        }
    }

    @Test
    void rowsOfTheOutputAreMultipliedWithTheMatrixAndPutTogether() {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, 15, TILES - 1}) {
                float[] y = new float[3 + 4 * TILES];
                TRANSFORM.outputRows(unit(1 + unit * 80 + tile), 1, 80, 0.5f, y, 3, TILES);
                for (int i = 0; i < 4; i++) {
                    assertThat(y[3 + 4 * tile + i]).isEqualTo(OUTPUT[i][unit] + 0.5f);
                }
            }
        }
    }

    @Test
    void sixElementsAndThreeTapsGiveFourOutputs() {
        float[] d = new float[600];
        for (int i = 0; i < 6; i++) {
            d[i * 100] = 1 << i;
        }
        // G·g for g = (6, 12, 24), by the rows of G in the same place, e.g. −6/6 − 12/6 − 24/6 = −7.
        float[] g = {6f / 4, -7, -3, 6f / 24 + 1 + 4, 6f / 24 - 1 + 4, 24};
        TRANSFORM.inputColumns(d, 0, 100, 1);
        for (int i = 0; i < 6; i++) {
            d[i * 100] *= g[i];
        }
        float[] y = new float[4];
        TRANSFORM.outputColumns(d, 0, 100, y, 0, 1, 1);
        // 6·1 + 12·2 + 24·4 = 126, and each next window is twice the one before.
        assertThat(y).containsExactly(126, 252, 504, 1008);
    }

    private static float[] unit(int at) {
        float[] elements = new float[600];
        elements[at] = 1;
        return elements;
    }
}
