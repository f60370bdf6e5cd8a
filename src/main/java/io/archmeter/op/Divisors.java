package io.archmeter.op;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Names the counts that a number divides into, for remedies. */
final class Divisors {
    private static final int SHOWN = 12;

    private Divisors() {}

    /** The counts that two numbers divide into, both of them. */
    static String ofBoth(long one, long other) {
        return of(BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValueExact());
    }

    /** As in {@code 1, 2, 4, 8 or 16}; the larger ones of a long list are left out. */
    static String of(long number) {
        TreeSet<Long> all = new TreeSet<>();
        // Beyond this the search would take longer than anyone reads; the large divisors come from their partners.
        for (long d = 1; d <= Math.min(number / d, 100_000); d++) {
            if (number % d == 0) {
                all.add(d);
                all.add(number / d);
            }
        }
        List<String> shown =
                new ArrayList<>(all.stream().limit(SHOWN).map(String::valueOf).toList());
        if (all.size() > SHOWN) {
            return String.join(", ", shown) + ", …";
        }
        String last = shown.remove(shown.size() - 1);
        return shown.isEmpty() ? last : String.join(", ", shown) + " or " + last;
    }
}
