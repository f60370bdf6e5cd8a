package io.archmeter.analysis;

import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * The largest batch whose memory is within a limit: it fits, and one sample more does not.
 *
 * @param batch 0 where not even one sample fits
 * @param bytes what it needs; empty where nothing fits
 * @param more what one sample more would need; empty where that does not fit a {@code long}
 */
public record LargestBatch(long batch, OptionalLong bytes, OptionalLong more) {
    /** Finds the batch by asking what some batches need; an empty answer is more than any limit. */
    static LargestBatch within(long limit, LongFunction<OptionalLong> needs) {
        Search search = new Search(limit, needs);
        search.run();
        return new LargestBatch(search.fits, search.fitsNeeds, search.tooManyNeeds);
    }

    /** What is known so far: the largest batch that fits, and the smallest that does not. */
    private static final class Search {
        private static final long UNKNOWN = Long.MAX_VALUE;

        private final long limit;
        private final LongFunction<OptionalLong> needs;
        private long fits;
        private long tooMany = UNKNOWN;
        private OptionalLong fitsNeeds = OptionalLong.empty();
        private OptionalLong tooManyNeeds = OptionalLong.empty();

        Search(long limit, LongFunction<OptionalLong> needs) {
            this.limit = limit;
            this.needs = needs;
        }

        void run() {
            OptionalLong one = look(1);
            OptionalLong two = look(2);
            if (one.isPresent() && two.isPresent()) {
                guess(one.getAsLong(), two.getAsLong());
            }
            while (tooMany - fits > 1) {
                look(tooMany == UNKNOWN ? doubled() : fits + (tooMany - fits) / 2);
            }
        }

        /** Memory grows nearly in a straight line with the batch, so this mostly ends the search. */
        private void guess(long one, long two) {
            if (two > one && limit > one) {
                long guess = 1 + (limit - one) / (two - one);
                look(guess);
                look(guess + 1);
                look(guess - 1);
            }
        }

        private long doubled() {
            return fits < UNKNOWN / 2 ? 2 * fits : UNKNOWN - 1;
        }

        /** Looks at a batch, unless it is known already whether it fits. */
        private OptionalLong look(long batch) {
            if (batch <= fits || batch >= tooMany) {
                return OptionalLong.empty();
            }
            OptionalLong bytes = needs.apply(batch);
            if (bytes.isPresent() && bytes.getAsLong() <= limit) {
                fits = batch;
                fitsNeeds = bytes;
            } else {
                tooMany = batch;
                tooManyNeeds = bytes;
            }
            return bytes;
        }
    }
}
