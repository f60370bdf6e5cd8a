package io.archmeter.spec;

import io.archmeter.problem.Problems;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.expression.Unevaluated;

/**
 * The shape of one sample as it is written.
 *
 * @param shape a list of extents, or an expression that gives one
 * @param named whether the axes have names, so that nobody has to guess which is which
 */
public record SampleInput(Unevaluated shape, boolean named) {
    public static SampleInput of(SourceValue located, Problems problems) {
        return located instanceof SourceValue.Mapping named
                ? new SampleInput(Unevaluated.of(NamedAxes.inOrder(named, problems), problems), true)
                : new SampleInput(Unevaluated.of(located, problems), false);
    }
}
