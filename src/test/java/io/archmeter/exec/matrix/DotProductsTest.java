package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dot products beside sums in double precision; lengths around those of vectors. */
@Tag("vectors")
class DotProductsTest {
    static List<DotProducts> ways() {
        return List.of(DotProducts.plain(), DotProducts.best());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void rowsAreAddedToWhatIsThere(DotProducts products) {
        Random random = new Random(11);
        for (int length = 0; length < 150; length++) {
            int from = random.nextInt(5);
            int at = random.nextInt(5);
            int pitch = length + random.nextInt(3);
            float[] matrix = drawn(random, from + DotProducts.ROWS * pitch + 1);
            float[] x = drawn(random, at + length + 1);
            float[] sums = {7, 1, 2, 3, 4, 7};

            products.addRows(matrix, from, pitch, x, at, length, sums, 1);

            for (int row = 0; row < DotProducts.ROWS; row++) {
                double expected = row + 1 + sum(matrix, from + row * pitch, x, at, length);
                assertThat((double) sums[1 + row])
                        .as("seed 11, length %s, row %s", length, row)
                        .isCloseTo(expected, Offset.offset(1e-4));
            }
            assertThat(sums[0]).isEqualTo(7);
            assertThat(sums[5]).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRowIsAddedToWhatIsThere(DotProducts products) {
        Random random = new Random(12);
        for (int length = 0; length < 150; length++) {
            float[] matrix = drawn(random, length + 3);
            float[] x = drawn(random, length + 2);
            float[] sums = {0, 5};
            products.addRow(matrix, 3, x, 2, length, sums, 1);
            assertThat((double) sums[1])
                    .as("seed 12, length %s", length)
                    .isCloseTo(5 + sum(matrix, 3, x, 2, length), Offset.offset(1e-4));
        }
    }

    private static double sum(float[] matrix, int from, float[] x, int at, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) matrix[from + i] * x[at + i];
        }
        return sum;
    }

    private static float[] drawn(Random random, int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextFloat() * 2 - 1;
        }
        return numbers;
    }
}
