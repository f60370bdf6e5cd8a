package io.archmeter.spec.expand;

import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;

/**
 * Counts what the expansion of a spec does, and refuses one that would take for ever. Turns of loops that add no layer, values
 * that no layer uses and names of a thousand letters take time too.
 */
public final class ExpansionSteps {
    /** A layer takes five to ten: its turn, its name, what is computed for its arguments. */
    private static final long MOST = 10L * GraphBuilder.MOST_LAYERS;

    private final Problems problems;
    private long taken;

    ExpansionSteps(Problems problems) {
        this.problems = problems;
    }

    /** Counts steps; throws all problems where there are too many. */
    void take(long steps, Span at) {
        taken += steps;
        if (taken > MOST) {
            problems.add(
                    at,
                    "too-many-turns",
                    "the loops around this make more turns than any model needs",
                    "repeat less often, or split the model");
            problems.throwIfAny();
        }
    }
}
