package io.archmeter.cli;

import io.archmeter.problem.Problem;
import picocli.CommandLine.TypeConversionException;

/** A file that an option cannot have. */
final class BadFile extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BadFile(Problem problem) {
        super(problem.fact());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
