package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import java.util.Locale;

/** A word that an argument does not know. */
final class UnknownWord extends UnusableValue {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnknownWord(String remedy) {
        super(remedy);
        this.remedy = remedy;
    }

    /** Of {@code --dtype}, for example, with the code {@code unknown-dtype}. */
    @Override
    Problem problem(Span place, String argument, String word) {
        String code = "unknown-" + argument.replaceFirst("^--", "").toLowerCase(Locale.ROOT);
        return Problem.at(place, code, argument + " cannot be '" + word + "'", remedy);
    }
}
