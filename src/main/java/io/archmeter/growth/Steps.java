package io.archmeter.growth;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.ReceptiveFields;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.value.Rational;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * The steps in which sizes have to be varied, so that what they cost is a polynomial: a convolution with a stride of 2 rounds, and all is even
 * again at multiples of the product of strides.
 */
final class Steps {
    private static final int MOST_TIMES = 16;
    private static final long LARGEST = 1_024;

    private static final long SMALL = 16;
    private static final long MOST_TRIED = 40;

    private Steps() {}

    /**
     * The least step of the input in which figures are polynomials, among the divisors of what positions of its layers are apart, or else its
     * multiples: windows may be padded to.
     */
    static OptionalLong ofInput(NetworkFacts network, LongPredicate isPolynomial) {
        long apart = apart(network);
        for (int times = 1; times <= MOST_TIMES; times++) {
            if (isPolynomial.test(apart * times)) {
                return OptionalLong.of(divided(apart * times, isPolynomial));
            }
        }
        return OptionalLong.empty();
    }

    /** A step without the factors that it does not need. */
    private static long divided(long step, LongPredicate isPolynomial) {
        long least = step;
        for (long factor = 2; factor <= least; factor++) {
            while (least % factor == 0 && isPolynomial.test(least / factor)) {
                least /= factor;
            }
        }
        return least;
    }

    /** The least common multiple of the steps of the input from one position to the next, in all layers and along all axes. */
    private static long apart(NetworkFacts network) {
        ReceptiveFields fields = ReceptiveFields.of(network);
        long apart = 1;
        for (int number = 0; number < network.graph().values().size(); number++) {
            for (SeenAxis axis : fields.seenBy(number).map(ReceptiveField::axes).orElse(List.of())) {
                OptionalLong stride = axis.stride().map(Rational::toLong).orElse(OptionalLong.empty());
                if (stride.isPresent() && stride.getAsLong() > 1) {
                    long more = apart / gcd(apart, stride.getAsLong()) * stride.getAsLong();
                    apart = more <= LARGEST ? more : apart;
                }
            }
        }
        return apart;
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    /** The least step of a param in which figures are polynomials: a small one, or one that divides it, as heads divide a width. */
    static OptionalLong ofParam(long base, LongPredicate isPolynomial) {
        return LongStream.rangeClosed(1, Math.max(base, SMALL))
                .filter(step -> step <= SMALL || base % step == 0)
                .limit(MOST_TRIED)
                .filter(isPolynomial)
                .findFirst();
    }
}
