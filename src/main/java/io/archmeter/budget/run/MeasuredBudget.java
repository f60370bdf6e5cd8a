package io.archmeter.budget.run;

import io.archmeter.budget.Budget;
import io.archmeter.budget.Measurement;
import io.archmeter.budget.Measuring;
import io.archmeter.budget.UnloadedModel;
import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Checks;
import io.archmeter.budget.file.BaselineFile;
import io.archmeter.budget.file.BudgetFile;
import io.archmeter.budget.file.BudgetedModels;
import io.archmeter.problem.Attempts;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.file.Baseline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A budget with all that is needed to hold its models to it.
 *
 * @param file the budget
 * @param measured its models, in their order
 */
record MeasuredBudget(String file, Optional<Baseline> baseline, List<Measurement> measured) {
    /**
     * Reads a budget and its baseline, and measures its models.
     *
     * @param otherBaseline in place of the one that the budget names
     * @throws ProblemException with all that is wrong with any of them
     */
    static MeasuredBudget of(String file, Optional<String> otherBaseline) {
        Budget budget = BudgetFile.read(file);
        Attempts attempts = new Attempts();
        Optional<Baseline> baseline = otherBaseline
                .or(() -> BaselineFile.of(budget))
                .flatMap(name -> attempts.at(() -> BaselineFile.read(name)));
        List<UnloadedModel> subjects =
                attempts.at(() -> BudgetedModels.of(budget)).orElse(List.of());
        List<Measurement> measured = attempts.at(() -> Measuring.all(subjects)).orElse(List.of());
        attempts.throwIfAny();
        return new MeasuredBudget(file, baseline, measured);
    }

    /**
     * Holds the models to the budget.
     *
     * @param all the budgets of the run: what another of them compares with the same baseline is neither gone nor renamed
     */
    CheckReport check(List<MeasuredBudget> all) {
        return Checks.judge(measured, baseline.map(known -> ownPart(known, all)));
    }

    private Baseline ownPart(Baseline known, List<MeasuredBudget> all) {
        Set<String> others = new HashSet<>();
        for (MeasuredBudget other : all) {
            if (other.baseline.filter(its -> its.file().equals(known.file())).isPresent()) {
                other.measured.forEach(model -> others.add(model.subject().key()));
            }
        }
        measured.forEach(model -> others.remove(model.subject().key()));
        return new Baseline(
                known.file(),
                known.snapshots().stream()
                        .filter(model -> !others.contains(model.key()))
                        .toList());
    }
}
