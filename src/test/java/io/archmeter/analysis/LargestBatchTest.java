package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** The search alone, on needs that are easy to see through. */
class LargestBatchTest {
    private static LargestBatch within(long limit, LongUnaryOperator needs) {
        return LargestBatch.within(limit, batch -> Optional.of(need(needs.applyAsLong(batch))));
    }

    /** Of all of its bytes it is taken that more samples need more. */
    private static Need need(long bytes) {
        return Need.of(0, bytes);
    }

    private static LargestBatch of(long batch, long bytes, long more) {
        return new LargestBatch(batch, OptionalLong.of(bytes), OptionalLong.of(more));
    }

    @Test
    void aBatchThatFillsTheLimitFits() {
        assertThat(within(100 + 7 * 10, batch -> 100 + 10 * batch)).isEqualTo(of(7, 170, 180));
        assertThat(within(100 + 7 * 10 - 1, batch -> 100 + 10 * batch)).isEqualTo(of(6, 160, 170));
        assertThat(within(110, batch -> 100 + 10 * batch)).isEqualTo(of(1, 110, 120));
    }

    @Test
    void perhapsNothingFits() {
        assertThat(within(109, batch -> 100 + 10 * batch))
                .isEqualTo(new LargestBatch(0, OptionalLong.empty(), OptionalLong.of(110)));
        assertThat(LargestBatch.within(109, batch -> Optional.empty()))
                .isEqualTo(new LargestBatch(0, OptionalLong.empty(), OptionalLong.empty()));
    }

    /** What no number counts does not fit, whatever the limit is. */
    @Test
    void whatCannotBeCountedDoesNotFit() {
        LongFunction<Optional<Need>> upToAThousand =
                batch -> batch <= 1000 ? Optional.of(need(batch)) : Optional.empty();

        assertThat(LargestBatch.within(Long.MAX_VALUE, upToAThousand))
                .isEqualTo(new LargestBatch(1000, OptionalLong.of(1000), OptionalLong.empty()));
    }

    /** One batch tells where the line meets the limit; two around the end prove it. */
    @Test
    void aStraightLineIsNotSearchedForLong() {
        List<Long> looked = new ArrayList<>();
        LargestBatch largest = LargestBatch.within(123 + 456 * 1_000, batch -> {
            looked.add(batch);
            return Optional.of(Need.of(123, 123 + 456 * batch));
        });

        assertThat(largest).isEqualTo(of(1_000, 456_123, 456_579));
        assertThat(looked).containsExactly(1L, 1_000L, 1_001L);
    }

    /** Of 579 bytes all are taken to grow: 456,123 / 579 = 787. The line through 787 and 788 leads to the end. */
    @Test
    void aBadGuessCostsTwoMore() {
        List<Long> looked = new ArrayList<>();
        LargestBatch largest = LargestBatch.within(123 + 456 * 1_000, batch -> {
            looked.add(batch);
            return Optional.of(need(123 + 456 * batch));
        });

        assertThat(largest).isEqualTo(of(1_000, 456_123, 456_579));
        assertThat(looked).containsExactly(1L, 787L, 788L, 1_000L, 1_001L);
    }

    /**
     * A small batch needs most where one more costs 1, a large one where it costs 10. The first guess is 4000, and the line at 3999 and 4000 leads
     * to 500.
     */
    @Test
    void aBendCostsTwoMore() {
        List<Long> looked = new ArrayList<>();
        LargestBatch largest = LargestBatch.within(5_000, batch -> {
            looked.add(batch);
            return Optional.of(Need.of(1_000, Math.max(1_000 + batch, 10 * batch)));
        });

        assertThat(largest).isEqualTo(of(500, 5_000, 5_010));
        assertThat(looked).containsExactly(1L, 4_000L, 3_999L, 500L, 501L);
    }

    @Test
    void anyGrowingNeedIsSearchedToTheEnd() {
        Random random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            long fixed = random.nextInt(1_000);
            long slope = random.nextInt(20);
            long bend = random.nextInt(3);
            long limit = random.nextInt(1_000_000);
            LongUnaryOperator needs = batch -> fixed + slope * batch + bend * batch * batch + batch / 3;

            LargestBatch largest = within(limit, batch -> batch < 1 << 24 ? needs.applyAsLong(batch) : Long.MAX_VALUE);

            assertThat(largest.batch() == 0 || needs.applyAsLong(largest.batch()) <= limit)
                    .as("round %d fits", round)
                    .isTrue();
            assertThat(needs.applyAsLong(largest.batch() + 1))
                    .as("round %d, one more", round)
                    .isGreaterThan(limit)
                    .isEqualTo(largest.more().orElseThrow());
        }
    }
}
