package io.archmeter.budget.check;

import java.util.Comparator;
import java.util.List;

/**
 * What came of a check of several models.
 *
 * @param models in the order of the budget
 * @param notes in the order of their models
 */
public record CheckReport(List<ModelReport> models, List<Note> notes) {
    public CheckReport {
        models = List.copyOf(models);
        notes = List.copyOf(notes);
    }

    /** Several reports as one, in which a note that is in more than one is said once. */
    public static CheckReport together(List<CheckReport> reports) {
        return new CheckReport(
                reports.stream().flatMap(report -> report.models.stream()).toList(),
                reports.stream()
                        .flatMap(report -> report.notes.stream())
                        .distinct()
                        .toList());
    }

    /** Whether any limit is broken, or could not be checked. */
    public boolean fails() {
        return models.stream().anyMatch(ModelReport::fails);
    }

    /** How many models break a limit. */
    public long failing() {
        return models.stream().filter(ModelReport::fails).count();
    }

    /** How many limits came out in one way, those left out that warn. */
    public long count(Verdict verdict) {
        return models.stream().mapToLong(model -> model.count(verdict)).sum();
    }

    /** How many limits warn. */
    public long warnings() {
        return models.stream().mapToLong(ModelReport::warnings).sum();
    }

    /** All that is wrong, in the order of the models and their limits. */
    public List<Finding> findings() {
        return models.stream()
                .flatMap(model -> model.results().stream())
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    /**
     * The same for somebody who sees only the first of them: what fails comes before what warns, and
     * what is the most times over its limit before all else.
     */
    public List<Finding> worstFindings() {
        return findings().stream()
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.judgement().warns())
                        .thenComparing(Finding::judgement, Severity.WORST_FIRST))
                .toList();
    }
}
