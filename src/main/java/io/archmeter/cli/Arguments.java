package io.archmeter.cli;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a command was given, and what was wrong with it: all of that is said at once, before any work begins. */
final class Arguments {
    private final Syntax syntax;
    private final Map<Option, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Arguments(Syntax syntax) {
        this.syntax = syntax;
    }

    void put(Option option, String value) {
        values.computeIfAbsent(option, first -> new ArrayList<>()).add(value);
    }

    void addOperand(String operand) {
        operands.add(operand);
    }

    List<String> operands() {
        return List.copyOf(operands);
    }

    boolean has(Option option) {
        return values.containsKey(option);
    }

    List<String> all(Option option) {
        return values.getOrDefault(option, List.of());
    }

    Optional<String> find(Option option) {
        return all(option).stream().findFirst();
    }

    /** A whole number from 1. */
    OptionalLong count(Option option) {
        return from(1, option);
    }

    /** A whole number from {@code least}, which is not negative. */
    OptionalLong from(long least, Option option) {
        Optional<String> value = find(option);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.from(least, value.get());
        if (number.isEmpty()) {
            problem(
                    "bad-value",
                    option.name() + " must be a whole number from " + least + ", but is '" + value.get() + "'",
                    "write e.g. " + option.name() + " 4");
        }
        return number;
    }

    /** A whole number from 1; what is larger than any list counts as that. */
    OptionalInt number(Option option) {
        OptionalLong count = count(option);
        return count.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(count.getAsLong(), Integer.MAX_VALUE));
    }

    /** One of some words, e.g. the constants of an enum. */
    <T> Optional<T> choice(Option option, List<T> choices) {
        Optional<String> value = find(option);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (T choice : choices) {
            if (choice.toString().equals(value.get())) {
                return Optional.of(choice);
            }
            words.add(choice.toString());
        }
        problem(
                "unknown-" + option.name().substring(2),
                option.name() + " cannot be '" + value.get() + "'",
                Nearest.remedy(value.get(), words));
        return Optional.empty();
    }

    void problem(String code, String fact, String remedy) {
        problems.add(Problem.at(Span.of(syntax.commandLine()), code, fact, remedy));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /** Throws all that was wrong, if anything was. */
    void throwIfWrong() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
