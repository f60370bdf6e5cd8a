package io.archmeter.budget.run;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.problem.Attempts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several budgets that are checked together.
 *
 * @param budgets in the order in which they are named
 */
public record BudgetRun(List<MeasuredBudget> budgets) {
    public BudgetRun {
        budgets = List.copyOf(budgets);
    }

    /**
     * Reads budgets and their baselines, and measures their models. All are looked at before the problems of any are said.
     *
     * @param baseline in place of those that the budgets name
     * @throws io.archmeter.problem.ProblemException with all that is wrong with any of them
     */
    public static BudgetRun of(List<String> files, Optional<String> baseline) {
        List<MeasuredBudget> budgets = new ArrayList<>();
        Attempts attempts = new Attempts();
        for (String file : files) {
            attempts.at(() -> MeasuredBudget.of(file, baseline)).ifPresent(budgets::add);
        }
        attempts.throwIfAny();
        return new BudgetRun(budgets);
    }

    /** Holds all models to their limits. */
    public CheckReport check() {
        return CheckReport.together(
                budgets.stream().map(budget -> budget.check(budgets)).toList());
    }
}
