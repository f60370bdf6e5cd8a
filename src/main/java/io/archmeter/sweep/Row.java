package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A point, and what came of it.
 *
 * @param position at which it was taken, from 0
 */
public record Row(BigInteger position, Point point, Outcome outcome) {
    /** Whether it is a network. */
    public boolean isNetwork() {
        return outcome instanceof Outcome.Measured;
    }

    /** Whether it is no point of the space, because a condition does not hold for it. */
    public boolean isExcluded() {
        return outcome instanceof Outcome.Excluded;
    }

    /** Where what is not known of its figures comes from: layers and inputs, each once; none where all is known, or it is no network. */
    public List<String> origins() {
        List<String> origins = List.of();
        if (outcome instanceof Outcome.Measured measured) {
            for (Optional<Amount> figure : measured.figures()) {
                origins = Amount.together(origins, figure.map(Amount::origins).orElse(List.of()));
            }
        }
        return origins;
    }

    /** A figure of a network; empty where there is no such thing. */
    public Optional<Amount> figure(int number) {
        return ((Outcome.Measured) outcome).figures().get(number);
    }
}
