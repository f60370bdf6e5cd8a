package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.git.WorkingTree;
import io.archmeter.problem.Span;

/** The names of files in a report. */
interface Places {
    /** Relative to where the command runs, for who sits there. */
    Places FROM_HERE = place -> place;

    /** A place as it is shown. */
    Span shown(Span place);

    /** As files are named in a working tree, for who sees the report elsewhere. */
    static Places from(WorkingTree tree) {
        return place -> new Span(tree.nameOf(place.file()), place.line(), place.column());
    }

    /** As files are named in the repository of the first budget, wherever the command runs. */
    static Places inRepository(CheckReport report) {
        return report.models().stream()
                .map(ModelReport::subject)
                .map(subject -> subject.place().file())
                .findFirst()
                .map(budget -> from(WorkingTree.around(budget)))
                .orElse(FROM_HERE);
    }
}
