package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import picocli.CommandLine.TypeConversionException;

/** A value that an argument cannot have, and that knows what is said of it. */
abstract class UnusableValue extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    UnusableValue(String message) {
        super(message);
    }

    /**
     * What is said of it.
     *
     * @param place the command
     * @param argument its name: {@code --batch}
     * @param value as it was given
     */
    abstract Problem problem(Span place, String argument, String value);
}
