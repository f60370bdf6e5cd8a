package io.archmeter.budget.file;

import io.archmeter.budget.Bound;
import io.archmeter.budget.Scope;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problems;
import io.archmeter.source.SourceValue;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a bound of a figure that is a number, in the words of budgets: {@code 25.6M}, {@code 100MiB}. */
public final class AbsoluteBound {
    private AbsoluteBound() {}

    /**
     * The number; empty where a problem was added.
     *
     * @param least whether there may be no less, and not no more: a fraction is rounded to what that allows
     */
    public static OptionalLong read(SourceValue located, Metric metric, boolean least, Problems problems) {
        Optional<Bound> bound = new BoundReader(true, problems).read(located, metric, Scope.TOTAL, least);
        if (bound.isPresent() && bound.get() instanceof Bound.Absolute absolute) {
            return OptionalLong.of(absolute.value());
        }
        bound.ifPresent(relative -> problems.add(
                located.at(),
                "bad-bound",
                "'" + relative.text() + "' is relative to a baseline, and there is none",
                "write a number, such as " + BoundReader.example(metric)));
        return OptionalLong.empty();
    }
}
