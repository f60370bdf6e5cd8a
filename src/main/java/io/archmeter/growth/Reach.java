package io.archmeter.growth;

import java.util.function.LongPredicate;

/**
 * The numbers of steps, both ways from a base, at which something holds. That what holds at two of them holds between them is taken for
 * granted.
 *
 * @param first the lowest
 * @param last the highest
 * @param bounded whether it does not hold at the next after the last; else nobody has looked there
 */
record Reach(long first, long last, boolean bounded) {
    /**
     * Looks farther and farther, and where it ends, in between.
     *
     * @param from where it holds
     * @param least below which nobody looks
     * @param most beyond which nobody looks
     */
    static Reach of(long from, long least, long most, LongPredicate holds) {
        long up = farthest(most - from, away -> holds.test(from + away));
        long down = farthest(from - least, away -> holds.test(from - away));
        return new Reach(from - down, from + up, up < most - from);
    }

    /** The largest number up to a bound at which it holds, where it holds at 0. */
    static long farthest(long bound, LongPredicate holds) {
        long good = 0;
        long bad = bound + 1;
        while (bad - good > 1) {
            long next = bad > bound ? Math.min(bound, 2 * good + 1) : good + (bad - good) / 2;
            if (holds.test(next)) {
                good = next;
            } else {
                bad = next;
            }
        }
        return good;
    }
}
