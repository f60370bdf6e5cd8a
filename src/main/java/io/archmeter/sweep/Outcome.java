package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import java.util.List;
import java.util.Optional;

/** What comes of a point. */
public sealed interface Outcome {
    /** A condition of the space does not hold: it is none of its points. */
    record Excluded() implements Outcome {}

    /**
     * It is no network.
     *
     * @param code of the first problem with it, e.g. {@code indivisible-groups}
     * @param fact what is wrong
     */
    record Refused(String code, String fact) implements Outcome {}

    /**
     * It is one.
     *
     * @param figures in the order in which they were asked for; empty where there is no such thing
     */
    record Measured(List<Optional<Amount>> figures) implements Outcome {
        public Measured {
            figures = List.copyOf(figures);
        }
    }
}
