package io.archmeter.cli;

import io.archmeter.budget.file.UsualBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The budget files that a command is about. */
final class BudgetNames {
    static final String MEANING =
            "a budget file (default: archmeter-budget.yaml, or with a '.' before it, in this folder or the nearest above)";

    private BudgetNames() {}

    /** Those that are given, each file once, or the usual one; which one that is, is said where it does not lie here. */
    static List<String> orUsual(List<String> given, Console console) {
        if (!given.isEmpty()) {
            return withoutRepetitions(given);
        }
        UsualBudget usual = UsualBudget.find(Path.of(""));
        if (usual.above()) {
            console.err().print("archmeter: the budget is " + usual.file() + "\n");
        }
        return List.of(usual.file());
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
}
