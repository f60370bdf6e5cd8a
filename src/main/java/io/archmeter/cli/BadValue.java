package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;

/** A value that an option does not take. */
final class BadValue extends UnusableValue {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String requirement;
    private final String advice;
    private final String example;

    /**
     * Refuses the value.
     *
     * @param requirement goes on after the name of the option: {@code must be a whole number from 1}
     * @param advice goes on after "write"; empty where the example is enough
     * @param example a value that the option takes
     */
    BadValue(String code, String requirement, String advice, String example) {
        super(requirement);
        this.code = code;
        this.requirement = requirement;
        this.advice = advice;
        this.example = example;
    }

    @Override
    Problem problem(Span place, String option, String value) {
        String separator = advice.isEmpty() ? "" : ", ";
        return Problem.at(
                place,
                code,
                option + " " + requirement + ", but is '" + value + "'",
                "write " + advice + separator + "e.g. " + option + " " + example);
    }
}
