package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import java.math.BigInteger;
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

    /** A figure of a network; empty where there is no such thing. */
    public Optional<Amount> figure(int number) {
        return ((Outcome.Measured) outcome).figures().get(number);
    }
}
