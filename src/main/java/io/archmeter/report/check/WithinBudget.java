package io.archmeter.report.check;

import io.archmeter.budget.check.ModelReport;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.List;
import java.util.Optional;

/** Models that keep all their limits, a line for each. */
final class WithinBudget {
    private static final List<Measure<ModelReport>> MEASURES = List.of(
            new Measure<>(Column.name("model", "model"), model -> new Cell.Text(model.model())),
            new Measure<>(
                    Column.number("limits", "limits").leaving(1),
                    model -> new Cell.Count(model.results().size())),
            new Measure<>(
                    Column.name("tightest", "least headroom"),
                    model -> text(model.tightest().map(result -> LimitText.of(result.limit())))),
            new Measure<>(
                    Column.number("room", "headroom"),
                    model -> text(model.tightest().map(result -> LimitText.room(result.judgement())))));

    private WithinBudget() {}

    /** A section without rows, which has a table of its own. */
    static Section section(List<ModelReport> models) {
        Table table = Table.of("models", Measure.columns(MEASURES), Measure.rows(MEASURES, models));
        Row heading = Row.of(new Cell.Text(models.size() + " models within budget"), Cell.EMPTY);
        return Section.of(heading, List.of())
                .with(List.of(new Detail.Listing("of each the limit that leaves least", table)));
    }

    private static Cell text(Optional<String> text) {
        return text.<Cell>map(Cell.Text::new).orElse(Cell.EMPTY);
    }
}
