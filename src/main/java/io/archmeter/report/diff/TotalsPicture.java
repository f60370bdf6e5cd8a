package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.picture.Amount;
import io.archmeter.report.picture.BeforeAfter;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The totals of a network before and after, to look at; those that are known on both sides. */
final class TotalsPicture {
    private TotalsPicture() {}

    /** @param name what the picture is called */
    static BeforeAfter of(Difference difference, String name) {
        List<BeforeAfter.Figure> figures = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Metric metric : Metric.recorded()) {
            OptionalLong change = difference.change(metric);
            boolean isNothing = difference.before().total(metric).orElse(0) == 0 && change.orElse(0) == 0;
            if (change.isPresent() && !isNothing) {
                BeforeAfter.Figure figure = figure(metric, difference, change.getAsLong());
                figures.add(figure);
                if (figure.direction() != BeforeAfter.Direction.SAME) {
                    changes.add(figure.label() + " " + figure.change());
                }
            }
        }
        return new BeforeAfter(
                name,
                "totals before and after",
                changes.isEmpty() ? "No total has changed." : String.join(", ", changes),
                figures);
    }

    private static BeforeAfter.Figure figure(Metric metric, Difference difference, long change) {
        long before = difference.before().total(metric).orElseThrow();
        long after = difference.after().total(metric).orElseThrow();
        return new BeforeAfter.Figure(
                metric.words(),
                amount(metric, before),
                amount(metric, after),
                change == 0 ? "the same" : AspectText.of(MetricCells.change(metric, OptionalLong.of(change))),
                change == 0 ? "" : AspectText.of(Cell.PercentChange.of(change, before)),
                direction(metric, change));
    }

    private static BeforeAfter.Direction direction(Metric metric, long change) {
        if (change == 0) {
            return BeforeAfter.Direction.SAME;
        }
        return change > 0 == metric.moreIsBetter() ? BeforeAfter.Direction.BETTER : BeforeAfter.Direction.WORSE;
    }

    private static Amount amount(Metric metric, long number) {
        return new Amount(number, metric.unit() == Metric.Unit.BYTES ? Readable.bytes(number) : Readable.count(number));
    }
}
