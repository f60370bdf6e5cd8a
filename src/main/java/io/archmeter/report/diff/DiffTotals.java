package io.archmeter.report.diff;

import io.archmeter.diff.ModelChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Table;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The totals of models before and after a change, a row for each figure: for spreadsheets, beside the layers that have changed. */
public final class DiffTotals {
    /** One figure of a model; a side that does not say it is empty. */
    private record Line(DiffModel model, Metric metric, OptionalLong before, OptionalLong after) {
        static Line of(DiffModel model, Metric metric) {
            return new Line(model, metric, total(model.before(), metric), total(model.after(), metric));
        }

        private static OptionalLong total(Optional<Snapshot> model, Metric metric) {
            return model.map(known -> known.total(metric)).orElse(OptionalLong.empty());
        }

        OptionalLong change() {
            return before.isPresent() && after.isPresent()
                    ? OptionalLong.of(Math.subtractExact(after.getAsLong(), before.getAsLong()))
                    : OptionalLong.empty();
        }

        Cell percent() {
            OptionalLong change = change();
            return change.isPresent()
                    ? MetricCells.toned(
                            metric, change.getAsLong(), Cell.PercentChange.of(change.getAsLong(), before.getAsLong()))
                    : Cell.EMPTY;
        }
    }

    private static final List<Measure<Line>> MEASURES = List.of(
            new Measure<>(
                    Column.name("model", "model"),
                    line -> new Cell.Text(line.model().name())),
            new Measure<>(
                    Column.text("model_change", "change"),
                    line -> new Cell.Text(line.model().fate().toString())),
            new Measure<>(
                    Column.text("figure", "figure"),
                    line -> new Cell.Text(line.metric().toString())),
            new Measure<>(Column.number("before", "before"), line -> MetricCells.of(line.metric(), line.before())),
            new Measure<>(Column.number("after", "after"), line -> MetricCells.of(line.metric(), line.after())),
            new Measure<>(Column.number("change", "change"), line -> MetricCells.change(line.metric(), line.change())),
            new Measure<>(Column.number("percent", "%"), Line::percent));

    private DiffTotals() {}

    /**
     * Those of all models that are compared.
     *
     * @param layers the document of the same changes, whose title and remarks this one has too
     */
    public static Document of(Document layers, List<ModelChange> changes) {
        List<Line> lines = new ArrayList<>();
        for (ModelChange change : changes) {
            DiffModel model = DiffModel.of(change);
            for (Metric metric : Metric.recorded()) {
                Line line = Line.of(model, metric);
                if (line.before().isPresent() || line.after().isPresent()) {
                    lines.add(line);
                }
            }
        }
        Table table = Table.of("totals", Measure.columns(MEASURES), Measure.rows(MEASURES, lines));
        return new Document(
                layers.kind(),
                layers.version(),
                layers.title(),
                layers.about(),
                table,
                layers.notes(),
                layers.remarks());
    }
}
