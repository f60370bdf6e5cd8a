package io.archmeter.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often a figure has which value. */
class DistributionTest {
    private static final int[] SHARES = {0, 1, 25, 50, 75, 99, 100};

    /** The nearest-rank definition: of 1, 2, 3, 4 the first is at 25 hundredths, the second at 50, the third at 51 and at 75. */
    @Test
    void quantilesAreValuesThatOccur() {
        Distribution four = new Distribution();
        for (long value : new long[] {4, 2, 1, 3}) {
            four.add(value);
        }
        assertThat(four.quantile(25)).isEqualTo(new Distribution.Quantile(1, 1));
        assertThat(four.quantile(50)).isEqualTo(new Distribution.Quantile(2, 2));
        assertThat(four.quantile(51)).isEqualTo(new Distribution.Quantile(3, 3));
        assertThat(four.quantile(75)).isEqualTo(new Distribution.Quantile(3, 3));
        assertThat(four.quantile(100)).isEqualTo(new Distribution.Quantile(4, 4));
        assertThatThrownBy(() -> new Distribution().quantile(50)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofMoreValuesThanAreCountedAQuantileLiesBetweenTwoNumbers() {
        for (long seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            long[] values = random.longs(200_000, 0, 1L << 40).toArray();
            Distribution whole = new Distribution();
            Distribution left = new Distribution();
            Distribution right = new Distribution();
            for (int i = 0; i < values.length; i++) {
                whole.add(values[i]);
                (i % 3 == 0 ? left : right).add(values[i]);
            }
            left.add(right);
            Arrays.sort(values);
            for (int share : SHARES) {
                int rank = share == 0 ? 1 : values.length * share / 100;
                Distribution.Quantile found = whole.quantile(share);
                assertThat(values[rank - 1]).as("seed %d, %d", seed, share).isBetween(found.least(), found.most());
                assertThat(found.most() - found.least()).isLessThan(1L << 25);
                assertThat(left.quantile(share)).isEqualTo(found);
            }
            assertThat(left.count()).isEqualTo(200_000);
            assertThat(whole.quantile(0).least()).isEqualTo(values[0]);
            assertThat(whole.quantile(100).most()).isEqualTo(values[values.length - 1]);
        }
    }
}
