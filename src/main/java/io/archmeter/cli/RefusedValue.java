package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;

/** A value of which the library says what is wrong with it. */
final class RefusedValue extends UnusableValue {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedValue(Problem problem) {
        super(problem.fact());
        this.problem = problem;
    }

    @Override
    Problem problem(Span place, String option, String value) {
        return Problem.at(place, problem.code(), option + ": " + problem.fact(), problem.remedy());
    }
}
