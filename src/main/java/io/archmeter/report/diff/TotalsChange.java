package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The totals of a network before and after; those that have changed are in a table. */
final class TotalsChange {
    private TotalsChange() {}

    static List<Detail> of(Difference difference, String caption) {
        List<Row> rows = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Metric metric : Metric.recorded()) {
            OptionalLong change = difference.change(metric);
            if (change.isEmpty()) {
                boolean onOneSide = difference.before().total(metric).isPresent()
                        || difference.after().total(metric).isPresent();
                unknown.addAll(onOneSide ? List.of(metric.words()) : List.of());
            } else if (change.getAsLong() == 0) {
                unchanged.add(metric.words());
            } else {
                rows.add(row(metric, difference, change.getAsLong()));
            }
        }
        List<Detail> details = new ArrayList<>();
        details.add(
                rows.isEmpty()
                        ? Detail.Remark.of(caption)
                        : new Detail.Listing(caption, Table.of("totals", columns(), rows)));
        addRemark("unchanged in total", unchanged, details);
        addRemark("not known on both sides", unknown, details);
        return details;
    }

    private static List<Column> columns() {
        return List.of(
                Column.name("figure", "total"),
                Column.number("before", "before"),
                Column.number("after", "after"),
                Column.number("change", "change"),
                Column.number("percent", "%"));
    }

    private static Row row(Metric metric, Difference difference, long change) {
        OptionalLong before = difference.before().total(metric);
        return Row.of(
                new Cell.Text(metric.words()),
                MetricCells.of(metric, before),
                MetricCells.of(metric, difference.after().total(metric)),
                MetricCells.change(metric, OptionalLong.of(change)),
                MetricCells.toned(metric, change, Cell.PercentChange.of(change, before.getAsLong())));
    }

    private static void addRemark(String words, List<String> figures, List<Detail> details) {
        if (!figures.isEmpty()) {
            details.add(Detail.Remark.of(words + ": " + String.join(", ", figures)));
        }
    }
}
