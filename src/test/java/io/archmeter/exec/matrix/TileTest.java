package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("vectors")
class TileTest {
    /** On any machine those of all: where there are no such vectors, they are computed element by element. */
    static Stream<Tiling> tilings() {
        return Stream.concat(
                Stream.of(Tilings.plain(), Tilings.best()),
                Stream.of(128, 256, 512).flatMap(bits -> Tilings.forVectors(bits).stream()));
    }

    @Test
    void theTestsRunWithTheVectorModule() {
        assertThat(Tilings.best()).isInstanceOf(PackedTiling.class);
    }

    @ParameterizedTest
    @CsvSource({"128, 8, 12", "256, 4, 16", "512, 8, 32"})
    void tilesFillTheRegistersOfEachSetOfInstructions(int bits, int rows, int columns) {
        Tiling tiling = Tilings.forVectors(bits).orElseThrow();
        assertThat(List.of(tiling.vectorBits(), tiling.rows(), tiling.columns()))
                .containsExactly(bits, rows, columns);
    }

    @ParameterizedTest
    @MethodSource("tilings")
    void blocksOfAnySizeAreProductsAndTheirSurroundingsStay(Tiling tiling) {
        SplittableRandom random = new SplittableRandom(1);
        for (int number = 0; number < 500; number++) {
            int depth = random.nextInt(1, 30);
            int rows = random.nextInt(1, tiling.rows() + 1);
            int columns = number % 3 == 0 ? tiling.columns() : random.nextInt(1, tiling.columns() + 1);
            float[][] left = random(random, depth, rows);
            float[][] right = random(random, depth, columns);
            int stride = columns + random.nextInt(5);
            int offset = random.nextInt(5);
            float[] before = random(random, 1, offset + rows * stride + 5)[0];
            boolean accumulate = random.nextBoolean();
            float[] after = before.clone();
            tiling.tile(float[]::new)
                    .multiply(
                            packed(tiling.left(depth, rows, float[]::new), left),
                            0,
                            packed(tiling.right(depth, tiling.columns(), float[]::new), right),
                            0,
                            depth,
                            new Block(after, offset, stride, rows, columns),
                            accumulate);
            for (int i = 0; i < before.length; i++) {
                int r = Math.floorDiv(i - offset, stride);
                int w = Math.floorMod(i - offset, stride);
                boolean inside = r >= 0 && r < rows && w < columns;
                double sum = inside && !accumulate ? 0 : before[i];
                for (int k = 0; k < depth && inside; k++) {
                    sum += (double) left[k][r] * right[k][w];
                }
                assertThat((double) after[i])
                        .as("case %s, element %s", number, i)
                        .isCloseTo(sum, within(1e-5));
            }
        }
    }

    private static Panel packed(Panel panel, float[][] rows) {
        for (int k = 0; k < rows.length; k++) {
            // Filler holds anything.
            Arrays.fill(panel.array(k), Float.NaN);
        }
        for (int k = 0; k < rows.length; k++) {
            panel.put(k, 0, rows[k], 0, 1, rows[k].length);
        }
        return panel;
    }

    private static float[][] random(SplittableRandom random, int rows, int columns) {
        float[][] numbers = new float[rows][columns];
        for (float[] row : numbers) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextDouble(-1, 1);
            }
        }
        return numbers;
    }
}
