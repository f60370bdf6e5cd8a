package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("vectors")
class BlockProductTest {
    private static final long SEED = 20_261_201;

    /** On any machine those of all: where there are no such vectors, they are computed element by element. */
    static Stream<Tiling> tilings() {
        return Stream.concat(
                Stream.of(Tilings.plain(), Tilings.best()),
                Stream.of(128, 256, 512).flatMap(bits -> Tilings.forVectors(bits).stream()));
    }

    @ParameterizedTest
    @MethodSource("tilings")
    void smallProductsOfAnyExtents(Tiling tiling) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int number = 0; number < 200; number++) {
            requireProduct(tiling, random, random.nextInt(0, 30), random.nextInt(0, 20), random.nextInt(0, 40));
        }
    }

    /** Extents beyond those that are packed together: 96 rows, 256 or 384 steps, 256 or 764 columns. */
    @ParameterizedTest
    @MethodSource("tilings")
    void severalBlocksOfRowsStepsAndColumns(Tiling tiling) {
        SplittableRandom random = new SplittableRandom(SEED);
        requireProduct(tiling, random, 97, 385, 257);
        requireProduct(tiling, random, 197, 64, 197);
        requireProduct(tiling, random, 5, 800, 1600);
    }

    private static void requireProduct(Tiling tiling, SplittableRandom random, int rows, int depth, int columns) {
        Matrix a = matrix(random, rows, depth);
        Matrix b = matrix(random, depth, columns);
        Matrix packing = matrix(random, rows, columns);
        Matrix packed = matrix(random, rows, columns);
        float[] before = packed.data().clone();
        long executed = BlockProduct.withAny(tiling, float[]::new).multiply(a, b, sideBySide(packing));
        PackedMatrix factor = new PackedMatrix(tiling, b, float[]::new);
        BlockProduct product = BlockProduct.withPacked(tiling, float[]::new);
        long again = 0;
        for (int group = 0; group < factor.groups(); group++) {
            int column = factor.column(group);
            Matrix part = sideBySide(packed).part(0, column, rows, factor.column(group + 1) - column);
            again += product.multiply(a, factor, group, group + 1, part, true);
        }
        assertThat(executed).isEqualTo((long) rows * depth * columns).isEqualTo(again);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int k = 0; k < depth; k++) {
                    sum += (double) at(a, row, k) * at(b, k, column);
                }
                String name = rows + "×" + depth + "×" + columns + ", element " + row + ", " + column;
                int to = row * columns + column;
                assertThat((double) packing.data()[to]).as(name).isCloseTo(sum, within(1e-4));
                assertThat(packed.data()[to] - (double) before[to]).as(name).isCloseTo(sum, within(1e-4));
            }
        }
    }

    private static Matrix sideBySide(Matrix result) {
        return Matrix.of(result.data(), 0, result.rows(), result.columns(), result.columns());
    }

    private static float at(Matrix matrix, int row, int column) {
        return matrix.data()[matrix.offset() + row * matrix.down() + column * matrix.across()];
    }

    /** Row by row or column by column, with gaps that belong to nobody. */
    private static Matrix matrix(SplittableRandom random, int rows, int columns) {
        int pitch = Math.max(rows, columns) + random.nextInt(3);
        float[] data = new float[1 + pitch * (1 + Math.max(rows, columns))];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) random.nextDouble(-1, 1);
        }
        return random.nextBoolean()
                ? Matrix.of(data, 1, rows, columns, pitch)
                : Matrix.of(data, 1, columns, rows, pitch).transposed();
    }
}
