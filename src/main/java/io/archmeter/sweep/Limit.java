package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Between what bounds a figure has to be; both are allowed themselves.
 *
 * @param text as it is written: {@code at most 5M}
 */
public record Limit(Metric metric, OptionalLong least, OptionalLong most, String text) {
    public Limit {
        if (least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong()) {
            throw new IllegalArgumentException("nothing is between " + least + " and " + most);
        }
    }

    /** Whether a figure is surely within; one of which a part is not known is not. */
    public boolean isKept(Optional<Amount> figure) {
        OptionalLong exact = figure.map(Amount::exact).orElse(OptionalLong.empty());
        return exact.isPresent()
                && (least.isEmpty() || exact.getAsLong() >= least.getAsLong())
                && (most.isEmpty() || exact.getAsLong() <= most.getAsLong());
    }
}
