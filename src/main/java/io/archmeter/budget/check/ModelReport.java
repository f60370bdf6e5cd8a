package io.archmeter.budget.check;

import io.archmeter.budget.BudgetedModel;
import io.archmeter.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * What came of all limits of one model.
 *
 * @param before the same model in the baseline, maybe under another key
 * @param results in the order of their places in the budget
 */
public record ModelReport(BudgetedModel subject, Snapshot now, Optional<Snapshot> before, List<Result> results) {
    public ModelReport {
        results = List.copyOf(results);
    }

    /** The {@link BudgetedModel#key} of the model. */
    public String model() {
        return subject.key();
    }

    /** How many limits came out in one way, those left out that warn. */
    public long count(Verdict verdict) {
        return results.stream()
                .map(Result::judgement)
                .filter(judgement -> judgement.verdict() == verdict && !judgement.warns())
                .count();
    }

    /** How many limits warn. */
    public long warnings() {
        return results.stream().map(Result::judgement).filter(Judgement::warns).count();
    }

    /** Of all limits that were checked, the one that leaves least. */
    public Optional<Result> tightest() {
        return results.stream()
                .filter(result -> result.judgement().headroom().isPresent())
                .min((a, b) -> Severity.WORST_FIRST.compare(a.judgement(), b.judgement()));
    }

    /** Whether any limit of it is broken, or could not be checked. */
    public boolean fails() {
        return results.stream().anyMatch(result -> result.judgement().fails());
    }
}
