package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("vectors")
class WinogradTransformTest {
    /** More than any machine has lanes, and no multiple of them. */
    private static final int TILES = 67;

    /** Lavin and Gray 2015, arXiv:1509.09308, §4.3, "F(4x4,3x3)". */
    private static final float[][] INPUT = {
        {4, 0, -5, 0, 1, 0},
        {0, -4, -4, 1, 1, 0},
        {0, 4, -4, -1, 1, 0},
        {0, -2, -1, 2, 1, 0},
        {0, 2, -1, -2, 1, 0},
        {0, 4, 0, -5, 0, 1}
    };

    /** The same place. */
    private static final float[][] OUTPUT = {
        {1, 1, 1, 1, 1, 0},
        {0, 1, -1, 2, -2, 0},
        {0, 1, 1, 4, 4, 0},
        {0, 1, -1, 8, -8, 1}
    };

    static Stream<WinogradTransform> transforms() {
        return Stream.of(WinogradTransforms.plain(), WinogradTransforms.best());
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void columnsOfTheInputAreMultipliedWithTheMatrix(WinogradTransform transform) {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, TILES - 1}) {
                float[] x = unit(unit * 100 + tile);
                transform.inputColumns(x, 0, 100, TILES);
                for (int i = 0; i < 6; i++) {
                    assertThat(x[i * 100 + tile]).isEqualTo(INPUT[i][unit]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void rowsOfTheInputAreMultipliedWithTheMatrix(WinogradTransform transform) {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, 15, TILES - 1}) {
                float[][] y = new float[6][3 + TILES];
                transform.inputRows(unit(2 + 4 * tile + unit), 2, y, 3, TILES);
                for (int i = 0; i < 6; i++) {
                    assertThat(y[i][3 + tile]).isEqualTo(INPUT[i][unit]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void columnsOfTheOutputAreMultipliedWithTheMatrix(WinogradTransform transform) {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, TILES - 1}) {
                float[] y = new float[4 * 90];
                transform.outputColumns(unit(1 + unit * 80 + tile), 1, 80, y, 2, 90, TILES);
                for (int i = 0; i < 4; i++) {
                    assertThat(y[2 + i * 90 + tile]).isEqualTo(OUTPUT[i][unit]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void rowsOfTheOutputAreMultipliedWithTheMatrixAndPutTogether(WinogradTransform transform) {
        for (int unit = 0; unit < 6; unit++) {
            for (int tile : new int[] {7, 15, TILES - 1}) {
                float[] y = new float[3 + 4 * TILES];
                transform.outputRows(unit(1 + unit * 80 + tile), 1, 80, 0.5f, y, 3, TILES);
                for (int i = 0; i < 4; i++) {
                    assertThat(y[3 + 4 * tile + i]).isEqualTo(OUTPUT[i][unit] + 0.5f);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void sixElementsAndThreeTapsGiveFourOutputs(WinogradTransform transform) {
        float[] d = new float[600];
        for (int i = 0; i < 6; i++) {
            d[i * 100] = 1 << i;
        }
        // G·g for g = (6, 12, 24), by the rows of G in the same place, e.g. −6/6 − 12/6 − 24/6 = −7.
        float[] g = {6f / 4, -7, -3, 6f / 24 + 1 + 4, 6f / 24 - 1 + 4, 24};
        transform.inputColumns(d, 0, 100, 1);
        for (int i = 0; i < 6; i++) {
            d[i * 100] *= g[i];
        }
        float[] y = new float[4];
        transform.outputColumns(d, 0, 100, y, 0, 1, 1);
        // 6·1 + 12·2 + 24·4 = 126, and each next window is twice the one before.
        assertThat(y).containsExactly(126, 252, 504, 1008);
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void vectorsComputeWhatPlainLoopsDo(WinogradTransform transform) {
        Random random = new Random(1);
        float[] x = new float[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextFloat();
        }
        assertThat(Arrays.equals(all(transform, x), all(WinogradTransforms.plain(), x)))
                .isTrue();
    }

    /** What all four make of the same elements. */
    private static float[] all(WinogradTransform transform, float[] x) {
        float[] all = new float[4000];
        float[][] rows = new float[6][100];
        System.arraycopy(x, 0, all, 0, x.length);
        transform.inputColumns(all, 5, 110, TILES);
        transform.inputRows(x, 3, rows, 1, TILES);
        for (int i = 0; i < 6; i++) {
            System.arraycopy(rows[i], 0, all, 1000 + i * 100, 100);
        }
        transform.outputColumns(x, 4, 120, all, 2000, 130, TILES);
        transform.outputRows(x, 4, 120, 0.25f, all, 3000, TILES);
        return all;
    }

    private static float[] unit(int at) {
        float[] elements = new float[600];
        elements[at] = 1;
        return elements;
    }
}
