package io.archmeter.spec;

import io.archmeter.located.Located;
import io.archmeter.problem.Problems;

/**
 * The shape of one sample as it is written.
 *
 * @param shape a list of extents, or an expression that gives one
 * @param named whether the axes have names, so that nobody has to guess which is which
 */
record SampleInput(Written shape, boolean named) {
    static SampleInput of(Located located, Problems problems) {
        return located instanceof Located.Mapping named
                ? new SampleInput(Written.of(NamedAxes.inOrder(named, problems), problems), true)
                : new SampleInput(Written.of(located, problems), false);
    }
}
