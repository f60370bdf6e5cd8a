package io.archmeter.analysis;

import java.util.Optional;
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
    static LargestBatch within(long limit, LongFunction<Optional<Need>> needs) {
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
        private final LongFunction<Optional<Need>> needs;
        private long fits;
        private long tooMany = UNKNOWN;
        private OptionalLong fitsNeeds = OptionalLong.empty();
        private OptionalLong tooManyNeeds = OptionalLong.empty();

        Search(long limit, LongFunction<Optional<Need>> needs) {
            this.limit = limit;
            this.needs = needs;
        }

        void run() {
            Optional<Need> one = look(1);
            if (one.isPresent() && isOpen()) {
                follow(within(one.get().timesWithin().applyAsLong(limit)));
            }
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
         * @param guess the first of these neighbours, or the second
         */
        private void follow(long guess) {
            long batch = guess;
            boolean rises = true;
            for (int line = 0; line < MOST_LINES && isOpen() && rises; line++) {
                OptionalLong here = bytes(look(batch));
                boolean enough = batch == fits;
                OptionalLong beside = bytes(look(enough ? batch + 1 : batch - 1));
                OptionalLong needed = enough ? here : beside;
                OptionalLong more = enough ? beside : here;
                rises = rises(needed, more);
                if (rises) {
                    long first = enough ? batch : batch - 1;
                    long away = Math.floorDiv(limit - needed.getAsLong(), more.getAsLong() - needed.getAsLong());
                    batch = away < tooMany - first ? within(first + away) : tooMany - 1;
                }
            }
        }

        private static OptionalLong bytes(Optional<Need> need) {
            return need.isPresent() ? OptionalLong.of(need.get().bytes()) : OptionalLong.empty();
        }

        private static boolean rises(OptionalLong here, OptionalLong next) {
            return here.isPresent() && next.isPresent() && next.getAsLong() > here.getAsLong();
        }

        /** The nearest batch of which it is not known yet whether it fits. */
        private long within(long batch) {
            return Math.max(fits + 1, Math.min(batch, tooMany - 1));
        }

        private long doubled() {
            return fits < UNKNOWN / 2 ? 2 * fits : UNKNOWN - 1;
        }

        /** Looks at a batch, unless it is known already whether it fits. */
        private Optional<Need> look(long batch) {
            if (batch <= fits || batch >= tooMany) {
                return Optional.empty();
            }
            Optional<Need> need = needs.apply(batch);
            if (need.isPresent() && need.get().bytes() <= limit) {
                fits = batch;
                fitsNeeds = bytes(need);
            } else {
                tooMany = batch;
                tooManyNeeds = bytes(need);
            }
            return need;
        }
    }
}
