package io.archmeter.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was predicted, beside what was observed.
 *
 * @param quantity what it is, e.g. {@code multiply-adds}
 * @param observed empty where the run did not come that far
 * @since 0.1.0
 */
public record Comparison<T>(String quantity, T predicted, Optional<T> observed) {
    public Comparison {
        Objects.requireNonNull(predicted, quantity);
        Objects.requireNonNull(observed, quantity);
    }

    /** Whether exactly what was predicted was observed. */
    public boolean equal() {
        return observed.isPresent() && observed.get().equals(predicted);
    }

    /** Whether something else was observed. */
    public boolean differs() {
        return observed.isPresent() && !equal();
    }

    /** As in {@code multiply-adds: 20 predicted, 18 observed}. */
    @Override
    public String toString() {
        return quantity + ": " + predicted + " predicted, "
                + observed.map(seen -> seen + " observed").orElse("none observed");
    }

    static List<Comparison<?>> differing(List<Comparison<?>> comparisons) {
        List<Comparison<?>> differing = new ArrayList<>(comparisons);
        differing.removeIf(comparison -> !comparison.differs());
        return differing;
    }
}
