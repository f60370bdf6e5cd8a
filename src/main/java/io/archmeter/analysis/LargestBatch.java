package io.archmeter.analysis;

import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * The largest batch whose memory is within a limit: it fits, and one sample more does not.
 *
 * @param batch 0 where not even one sample fits
 * @param bytes what it needs; empty where nothing fits
 * @param more what one sample more would need; empty where that does not fit a {@code long}
 * @since 0.1.0
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

        /** Then halving is quicker. */
        private static final int MOST_LINES = 6;

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
            follow(1, one, look(2));
            while (isOpen()) {
                look(tooMany == UNKNOWN ? doubled() : fits + (tooMany - fits) / 2);
            }
        }

        private boolean isOpen() {
            return tooMany - fits > 1;
        }

        /**
         * Memory grows nearly in a straight line with the batch, from bend to bend where another layer needs most. So the line through two
         * neighbours leads to the end of the search, or to neighbours that are nearer to it.
         *
         * @param batch the first of the two
         */
        private void follow(long batch, OptionalLong here, OptionalLong next) {
            long first = batch;
            OptionalLong needed = here;
            OptionalLong more = next;
            for (int line = 0; line < MOST_LINES && isOpen() && rises(needed, more); line++) {
                long guess = meets(first, needed.getAsLong(), more.getAsLong() - needed.getAsLong());
                OptionalLong guessed = look(guess);
                boolean enough = guess == fits;
                OptionalLong beside = look(enough ? guess + 1 : guess - 1);
                first = enough ? guess : guess - 1;
                needed = enough ? guessed : beside;
                more = enough ? beside : guessed;
            }
        }

        private static boolean rises(OptionalLong here, OptionalLong next) {
            return here.isPresent() && next.isPresent() && next.getAsLong() > here.getAsLong();
        }

        /** Where a line that rises meets the limit, as far as that is not known to be wrong. */
        private long meets(long batch, long bytes, long step) {
            long away = Math.floorDiv(limit - bytes, step);
            if (away >= tooMany - batch) {
                return tooMany - 1;
            }
            return Math.max(fits + 1, batch + away);
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
