package io.archmeter.growth;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.ReceptiveFields;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The steps in which sizes have to be varied, so that what they cost is a polynomial: a convolution with a stride of 2 rounds, and all is even
 * again at multiples of the product of strides.
 */
final class Steps {
    private static final int MOST_TIMES = 16;
    private static final long LARGEST = 1_024;

    /** Of a param: heads, groups and windows divide widths. */
    private static final long LARGEST_OF_PARAMS = 256;

    private Steps() {}

    /**
     * Steps of the input that may do, the likely ones first: divisors of what positions of its layers are apart, and multiples for windows that
     * are padded to.
     */
    static List<Long> ofInput(NetworkFacts network) {
        long apart = apart(network);
        TreeSet<Long> divisors = new TreeSet<>();
        for (long step = 1; step <= apart; step++) {
            if (apart % step == 0) {
                divisors.add(step);
            }
        }
        List<Long> steps = new ArrayList<>(divisors);
        for (int times = 2; times <= MOST_TIMES; times++) {
            steps.add(apart * times);
        }
        return steps;
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

    /** Steps of a param that may do, the small ones first. */
    static List<Long> ofParam(long base) {
        List<Long> steps = new ArrayList<>();
        for (long step = 1; step <= Math.min(LARGEST_OF_PARAMS, Math.max(base, 4)); step++) {
            steps.add(step);
        }
        return steps;
    }

    /** The first step in which all of some figures are polynomials; empty where there is none. */
    static Optional<Long> first(List<Long> steps, Trial trial) {
        for (long step : steps) {
            if (trial.isPolynomial(step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Whether figures are polynomials in a step. */
    @FunctionalInterface
    interface Trial {
        boolean isPolynomial(long step);
    }
}
