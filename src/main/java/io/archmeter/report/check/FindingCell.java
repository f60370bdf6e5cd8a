package io.archmeter.report.check;

import io.archmeter.budget.check.Contribution;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.LayerGrowth;
import io.archmeter.diff.ChangedAttribute;
import io.archmeter.problem.Span;
import io.archmeter.report.diff.AspectCells;
import io.archmeter.report.document.Cell;
import java.util.List;
import java.util.OptionalLong;

/** Findings for programs. */
final class FindingCell {
    private FindingCell() {}

    static Cell of(Finding finding) {
        return Cell.Members.of(
                new Cell.Member("level", new Cell.Text(finding.limit().level().toString())),
                new Cell.Member("at", place(finding.place())),
                new Cell.Member("layer", finding.layer().isEmpty() ? Cell.EMPTY : new Cell.Text(finding.layer())),
                new Cell.Member("in_block", places(finding.origin().inBlock())),
                new Cell.Member("calls", places(finding.origin().calls())),
                new Cell.Member("fact", new Cell.Text(FindingText.fact(finding))),
                new Cell.Member("actual", number(finding.judgement().actual())),
                new Cell.Member("allowed", number(finding.judgement().allowed())),
                new Cell.Member("before", number(finding.judgement().before())),
                new Cell.Member(
                        "heaviest",
                        new Cell.Items(finding.heaviest().stream()
                                .map(FindingCell::weight)
                                .toList())),
                new Cell.Member(
                        "since_baseline",
                        new Cell.Items(
                                finding.grown().stream().map(FindingCell::grown).toList())),
                new Cell.Member("remedy", new Cell.Text(finding.remedy())));
    }

    private static Cell weight(Contribution weight) {
        return Cell.Members.of(
                new Cell.Member("layer", new Cell.Text(weight.layer())),
                new Cell.Member("at", place(weight.place())),
                new Cell.Member(weight.metric().toString(), new Cell.ExactCount(weight.value())),
                new Cell.Member("share", new Cell.Percent(weight.value(), weight.whole())));
    }

    private static Cell grown(LayerGrowth grown) {
        return Cell.Members.of(
                new Cell.Member("layer", new Cell.Text(grown.layer())),
                new Cell.Member("at", place(grown.place())),
                new Cell.Member("change", new Cell.Text(grown.kind().toString())),
                new Cell.Member(grown.metric().toString(), new Cell.ExactCount(grown.by())),
                new Cell.Member(
                        "aspects",
                        new Cell.Items(grown.aspects().stream()
                                .map(FindingCell::aspect)
                                .toList())));
    }

    private static Cell aspect(ChangedAttribute aspect) {
        AspectCells cells = AspectCells.of(aspect);
        return Cell.Members.of(
                new Cell.Member("aspect", new Cell.Text(aspect.name())),
                new Cell.Member("before", cells.before()),
                new Cell.Member("after", cells.after()));
    }

    private static Cell places(List<Span> places) {
        return new Cell.Items(places.stream().map(FindingCell::place).toList());
    }

    /** Line and column are {@code null} where the file as a whole is meant. */
    static Cell place(Span place) {
        return Cell.Members.of(
                new Cell.Member("file", new Cell.Text(place.file())),
                new Cell.Member("line", place.line() == 0 ? Cell.EMPTY : new Cell.ExactCount(place.line())),
                new Cell.Member("column", place.line() == 0 ? Cell.EMPTY : new Cell.ExactCount(place.column())));
    }

    static Cell number(OptionalLong number) {
        return number.isEmpty() ? Cell.EMPTY : new Cell.ExactCount(number.getAsLong());
    }
}
