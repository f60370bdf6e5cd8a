package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vectors")
class ChannelWinogradTest {
    private static final ChannelWinograd STEPS = ChannelWinograd.best().orElseThrow();
    private static final int CHANNELS = 2 * STEPS.lanes();

    @Test
    void anElementOfTheInputReachesEachPointThroughBothMatrices() {
        int right = CHANNELS + 3;
        int down = 6 * right + 1;
        int step = CHANNELS + 5;
        for (int channel : new int[] {0, CHANNELS - 1}) {
            for (int element = 0; element < 36; element++) {
                float[] x = new float[2 + 6 * down];
                x[2 + element / 6 * down + element % 6 * right + channel] = 1;
                float[] y = new float[3 + 36 * step];
                STEPS.input(x, 2, down, right, CHANNELS, y, 3, step, new float[STEPS.space()]);
                for (int point = 0; point < 36; point++) {
                    float expected = WinogradTransformTest.INPUT[point / 6][element / 6]
                            * WinogradTransformTest.INPUT[point % 6][element % 6];
                    assertThat(y[3 + point * step + channel]).isEqualTo(expected);
                    assertThat(y[3 + point * step + CHANNELS / 2]).isZero();
                }
            }
        }
    }

    @Test
    void aPointReachesEachElementOfTheOutputThroughBothMatricesAndTheBiasIsAdded() {
        int right = CHANNELS + 3;
        int down = 4 * right + 1;
        int step = CHANNELS + 5;
        float[] bias = new float[1 + CHANNELS];
        bias[CHANNELS] = 0.5f;
        for (int point = 0; point < 36; point++) {
            float[] x = new float[2 + 36 * step];
            x[2 + point * step + CHANNELS - 1] = 1;
            float[] y = new float[3 + 4 * down];
            STEPS.output(x, 2, step, CHANNELS, bias, 1, y, 3, down, right, new float[STEPS.space()]);
            for (int element = 0; element < 16; element++) {
                float expected = WinogradTransformTest.OUTPUT[element / 4][point / 6]
                        * WinogradTransformTest.OUTPUT[element % 4][point % 6];
                int at = 3 + element / 4 * down + element % 4 * right;
                assertThat(y[at + CHANNELS - 1]).isEqualTo(expected + 0.5f);
                assertThat(y[at]).isZero();
            }
        }
    }

    @Test
    void fourTilesAreMultipliedWithAStripOfWeights() {
        SplittableRandom random = new SplittableRandom(1);
        int width = STEPS.width();
        for (int depth = 1; depth < 20; depth++) {
            boolean accumulate = random.nextBoolean();
            int pitch = depth + 2;
            int stride = width + 3;
            float[] tiles = random(random, 1 + 4 * pitch);
            float[] weights = random(random, 2 + depth * width);
            float[] before = random(random, 3 + 4 * stride);
            float[] after = before.clone();
            STEPS.multiply(tiles, 1, pitch, weights, 2, depth, after, 3, stride, accumulate);
            for (int i = 3; i < after.length; i++) {
                int tile = (i - 3) / stride;
                int channel = (i - 3) % stride;
                double sum = channel < width && !accumulate ? 0 : before[i];
                for (int k = 0; k < depth && channel < width; k++) {
                    sum += (double) tiles[1 + tile * pitch + k] * weights[2 + k * width + channel];
                }
                assertThat((double) after[i])
                        .as("depth %s, element %s", depth, i)
                        .isCloseTo(sum, within(1e-5));
            }
            assertThat(Arrays.copyOf(after, 3)).isEqualTo(Arrays.copyOf(before, 3));
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
