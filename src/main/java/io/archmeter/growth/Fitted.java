package io.archmeter.growth;

import java.util.List;
import java.util.OptionalLong;

/**
 * A polynomial that a figure is equal to.
 *
 * @param domain of each variable, where it holds
 * @param points that it was made of
 * @param checked points beside these at which it is right
 */
public record Fitted(Polynomial polynomial, List<Range> domain, long points, long checked) {
    public Fitted {
        domain = List.copyOf(domain);
    }

    /**
     * Values of a variable, in its steps.
     *
     * @param to the last; empty where no end was found
     * @param seen the last that was looked at
     */
    public record Range(long from, OptionalLong to, long seen) {}
}
