package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("vectors")
class StencilTest {
    static Stream<Tiling> tilings() {
        return Stream.of(Tilings.plain(), Tilings.best());
    }

    /** Places that fill no vector, several vectors, and more than one block of the plain loops. */
    @ParameterizedTest
    @MethodSource("tilings")
    void sumsAreWeightedAndBeginWithTheBias(Tiling tiling) {
        SplittableRandom random = new SplittableRandom(1);
        for (int number = 0; number < 300; number++) {
            int count = number % 10 == 0 ? random.nextInt(1_000, 2_500) : random.nextInt(1, 200);
            int[] offsets = new int[random.nextInt(1, 26)];
            Arrays.setAll(offsets, tap -> random.nextInt(0, 100));
            int first = random.nextInt(0, 3);
            float[] weights = random(random, first + offsets.length);
            float[] plane = random(random, count + 100 + Stencil.SLACK);
            float[] sums = random(random, count + Stencil.SLACK);
            float bias = (float) random.nextDouble(-1, 1);
            tiling.stencil(float[]::new).apply(plane, offsets, weights, first, bias, sums, count);
            for (int i = 0; i < count; i++) {
                double expected = bias;
                for (int tap = 0; tap < offsets.length; tap++) {
                    expected += (double) weights[first + tap] * plane[offsets[tap] + i];
                }
                assertThat((double) sums[i])
                        .as("case %s, place %s of %s", number, i, count)
                        .isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static float[] random(SplittableRandom random, int elements) {
        float[] numbers = new float[elements];
        for (int i = 0; i < elements; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
