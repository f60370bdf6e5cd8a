package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;

/** A file that an option cannot have. */
final class BadFile extends UnusableValue {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BadFile(Problem problem) {
        super(problem.fact());
        this.problem = problem;
    }

    /** At the place of the file. */
    @Override
    Problem problem(Span place, String option, String value) {
        return problem;
    }
}
