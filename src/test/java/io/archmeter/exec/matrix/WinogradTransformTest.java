package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WinogradTransformTest {
    /** More than any machine has lanes, and no multiple of them. */
    private static final int VECTORS = 67;

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
    void unitVectorsGiveTheColumnsOfTheMatrices(WinogradTransform transform) {
        for (int unit = 0; unit < 6; unit++) {
            float[] x = new float[6 * VECTORS];
            float[] y = new float[6 * VECTORS];
            x[unit * VECTORS + 7] = 1;
            transform.input(x, 0, VECTORS, y, 0, VECTORS, VECTORS);
            for (int i = 0; i < 6; i++) {
                assertThat(y[i * VECTORS + 7]).isEqualTo(INPUT[i][unit]);
            }
            transform.output(x, 0, VECTORS, y, 0, VECTORS, VECTORS);
            for (int i = 0; i < 4; i++) {
                assertThat(y[i * VECTORS + 7]).isEqualTo(OUTPUT[i][unit]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void sixElementsAndThreeTapsGiveFourOutputs(WinogradTransform transform) {
        float[] d = column(1, 2, 4, 8, 16, 32);
        // G·g for g = (6, 12, 24), by the rows of G in the same place, e.g. −6/6 − 12/6 − 24/6 = −7.
        float[] g = {6f / 4, -7, -3, 6f / 24 + 1 + 4, 6f / 24 - 1 + 4, 24};
        transform.input(d, 0, VECTORS, d, 0, VECTORS, VECTORS);
        for (int i = 0; i < 6; i++) {
            d[i * VECTORS] *= g[i];
        }
        transform.output(d, 0, VECTORS, d, 0, VECTORS, VECTORS);
        // 6·1 + 12·2 + 24·4 = 126, and each next window is twice the one before.
        assertThat(new float[] {d[0], d[VECTORS], d[2 * VECTORS], d[3 * VECTORS]})
                .containsExactly(126, 252, 504, 1008);
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void vectorsMayLieAnywhere(WinogradTransform transform) {
        Random random = new Random(1);
        float[] x = new float[6 * 100 + VECTORS];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextFloat();
        }
        float[] apart = new float[6 * 80 + VECTORS];
        transform.input(x, 3, 100, apart, 5, 80, VECTORS);
        float[] expected = new float[6 * 80 + VECTORS];
        new PlainWinogradTransform().input(x, 3, 100, expected, 5, 80, VECTORS);
        assertThat(Arrays.equals(apart, expected)).isTrue();
        transform.output(x, 3, 100, apart, 5, 80, VECTORS);
        new PlainWinogradTransform().output(x, 3, 100, expected, 5, 80, VECTORS);
        assertThat(Arrays.equals(apart, expected)).isTrue();
    }

    private static float[] column(float... elements) {
        float[] column = new float[elements.length * VECTORS];
        for (int i = 0; i < elements.length; i++) {
            column[i * VECTORS] = elements[i];
        }
        return column;
    }
}
