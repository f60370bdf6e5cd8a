package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("vectors")
class StripsTest {
    private static final int DEPTH = 5;

    private static Stream<Tiling> tilings() {
        return Stream.of(Tilings.plain(), Tilings.best());
    }

    @ParameterizedTest
    @MethodSource("tilings")
    void stripsOfALeftFactorAreAsWideAsTheRowsOfATile(Tiling tiling) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows = 1; rows <= 5 * tiling.rows(); rows++) {
            requireRows(Strips.left(tiling, DEPTH, rows, float[]::new), tiling.rows(), rows, random);
        }
    }

    @ParameterizedTest
    @MethodSource("tilings")
    void stripsOfARightFactorAreAsWideAsTheColumnsOfATile(Tiling tiling) {
        SplittableRandom random = new SplittableRandom(2);
        for (int columns = 1; columns <= tiling.panelColumns(); columns += 1 + columns / 20) {
            requireRows(Strips.right(tiling, DEPTH, columns, float[]::new), tiling.columns(), columns, random);
        }
    }

    /** Rows come from elsewhere, or were put into the row that waits to be cut. What fills the last strip is 0. */
    private static void requireRows(Strips strips, int width, int count, SplittableRandom random) {
        assertThat(strips.width()).isEqualTo(width);
        int from = random.nextInt(4);
        float[][] rows = new float[DEPTH][];
        for (int k = 0; k < DEPTH; k++) {
            if (count > width) {
                Panel last = strips.strip((count - 1) / width, k);
                Arrays.fill(last.array(0), last.at(0), last.at(0) + width, Float.NaN);
            }
            rows[k] = random(random, from + count);
            if (k % 2 == 0) {
                strips.take(k, rows[k], from, count);
            } else {
                strips.row().put(strips.rowOf(k), 0, rows[k], from, 1, count);
                strips.take(k, count);
            }
        }
        for (int k = 0; k < DEPTH; k++) {
            for (int i = 0; i < count; i++) {
                Panel strip = strips.strip(i / width, k);
                assertThat(strip.array(0)[strip.at(0) + i % width])
                        .as("element %s of %s in row %s", i, count, k)
                        .isEqualTo(rows[k][from + i]);
            }
            for (int i = count; i % width > 0 && count > width; i++) {
                Panel strip = strips.strip(i / width, k);
                assertThat(strip.array(0)[strip.at(0) + i % width])
                        .as("filler %s after %s in row %s", i, count, k)
                        .isZero();
            }
        }
    }

    private static float[] random(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
