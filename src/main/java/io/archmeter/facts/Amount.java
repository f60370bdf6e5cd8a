package io.archmeter.facts;

import io.archmeter.graph.UnknownException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A number of which a part may not be known.
 *
 * @param atLeast what is known of it
 * @param origins where the part that is not known comes from: layers and inputs, by name; none where all is known
 * @since 0.2.0
 */
public record Amount(long atLeast, List<String> origins) {
    public static final Amount ZERO = exactly(0);

    public Amount {
        origins = Origins.copyOf(origins);
    }

    public static Amount exactly(long number) {
        return new Amount(number, List.of());
    }

    /** What is counted; nothing is known of it where the count follows from what is not known. */
    public static Amount of(LongSupplier count) {
        try {
            return exactly(count.getAsLong());
        } catch (UnknownException notKnown) {
            return new Amount(0, List.of(notKnown.unknown().origin()));
        }
    }

    public boolean isExact() {
        return origins.isEmpty();
    }

    /** The number; empty where a part of it is not known. */
    public OptionalLong exact() {
        return isExact() ? OptionalLong.of(atLeast) : OptionalLong.empty();
    }

    /** Both together; throws {@link ArithmeticException} where the sum does not fit a {@code long}. */
    public Amount plus(Amount more) {
        return new Amount(Math.addExact(atLeast, more.atLeast), together(origins, more.origins));
    }

    /** The same number, where what comes from nowhere else comes from a layer. */
    public Amount from(String layer) {
        return isExact() ? this : new Amount(atLeast, named(origins, layer));
    }

    /** Origins, where one that has no name yet is a layer. */
    public static List<String> named(List<String> origins, String layer) {
        return origins.stream().map(origin -> origin.isEmpty() ? layer : origin).toList();
    }

    /** All origins, each once, in their order. */
    public static List<String> together(Iterable<List<String>> all) {
        List<String> origins = List.of();
        for (List<String> more : all) {
            origins = together(origins, more);
        }
        return origins;
    }

    /** The origins of both, each once. */
    public static List<String> together(List<String> some, List<String> more) {
        if (some.equals(more) || more.isEmpty()) {
            return some;
        }
        return Origins.together(some, more);
    }
}
