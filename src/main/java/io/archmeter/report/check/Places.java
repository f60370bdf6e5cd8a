package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.git.WorkingTree;
import io.archmeter.problem.Span;

/** By which names a report calls the files of its places. */
interface Places {
    /** Those by which they are reached from where the command runs, for who sits there. */
    Places FROM_HERE = place -> place;

    /** A place as it is shown. */
    Span shown(Span place);

    /** Those that files have in a working tree, for who sees the report elsewhere. */
    static Places from(WorkingTree tree) {
        return place -> new Span(tree.nameOf(place.file()), place.line(), place.column());
    }

    /** Those that files have in the repository of the first budget, wherever the command runs. */
    static Places inRepository(CheckReport report) {
        return report.models().stream()
                .map(ModelReport::subject)
                .map(subject -> subject.place().file())
                .findFirst()
                .map(budget -> from(WorkingTree.around(budget)))
                .orElse(FROM_HERE);
    }
}
