package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import picocli.CommandLine.TypeConversionException;

/** A value of which the library says what is wrong with it. */
final class RefusedValue extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedValue(Problem problem) {
        super(problem.fact());
        this.problem = problem;
    }

    /** What is said of it, at the place of the command. */
    Problem problem(Span place, String option) {
        return Problem.at(place, problem.code(), option + ": " + problem.fact(), problem.remedy());
    }
}
