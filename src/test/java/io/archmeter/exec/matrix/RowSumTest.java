package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vectors")
class RowSumTest {
    private static final long SEED = 1_808;
    private static final int CASES = 500;

    /** Both rows lie in one array, and all beside the second stays as it was. */
    @Test
    void aRowIsAddedToAnotherOfTheSameArray() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            Random random = new Random(seed);
            int count = random.nextInt(70);
            int from = random.nextInt(20);
            int to = from + count + random.nextInt(20);
            float[] array = new float[to + count + random.nextInt(20)];
            for (int i = 0; i < array.length; i++) {
                array[i] = random.nextFloat();
            }
            float[] expected = array.clone();
            for (int i = 0; i < count; i++) {
                expected[to + i] = array[to + i] + array[from + i];
            }
            float[] plain = array.clone();
            RowSum.plain(plain, from, plain, to, count);
            RowSum.best().add(array, from, array, to, count);
            assertThat(plain).as("plain, seed " + seed).isEqualTo(expected);
            assertThat(array).as("best, seed " + seed).isEqualTo(expected);
        }
    }
}
