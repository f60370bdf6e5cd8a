package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The budget files that a command is about. */
final class BudgetNames {
    static final String MEANING =
            "a budget file (default: archmeter-budget.yaml, or with a '.' before it, in this folder)";

    private static final List<String> USUAL = List.of(
            "archmeter-budget.yaml",
            "archmeter-budget.yml",
            "archmeter-budget.json",
            ".archmeter-budget.yaml",
            ".archmeter-budget.yml",
            ".archmeter-budget.json");

    private BudgetNames() {}

    /** Those that are given, each file once, or the usual one. */
    static List<String> orUsual(List<String> given) {
        return given.isEmpty() ? List.of(usual()) : withoutRepetitions(given);
    }

    private static List<String> withoutRepetitions(List<String> names) {
        List<String> once = new ArrayList<>();
        for (String name : names) {
            if (once.stream().noneMatch(earlier -> SameFile.have(name, earlier))) {
                once.add(name);
            }
        }
        return once;
    }

    private static String usual() {
        List<String> there =
                USUAL.stream().filter(name -> Files.exists(Path.of(name))).toList();
        if (there.isEmpty()) {
            throw new ProblemException(Problem.at(
                    Span.of(USUAL.get(0)),
                    "missing-file",
                    "there is no budget in this folder",
                    "name one, or write it; 'archmeter schema budget' says to editors what can be in it"));
        }
        if (there.size() > 1) {
            throw new ProblemException(Problem.at(
                    Span.of(there.get(1)),
                    "several-budgets",
                    "there are several budgets in this folder: " + String.join(", ", there),
                    "name the one that is meant, or leave only one"));
        }
        return there.get(0);
    }
}
