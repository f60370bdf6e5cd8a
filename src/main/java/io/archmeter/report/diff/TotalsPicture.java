package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.picture.BeforeAfter;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Totals before and after, to look at; those that are known on both sides. */
final class TotalsPicture {
    private TotalsPicture() {}

    /** All totals of a network. */
    static BeforeAfter of(Difference difference) {
        List<BeforeAfter.Figure> figures = new ArrayList<>();
        for (Metric metric : Metric.recorded()) {
            figure(metric.words(), metric, difference).ifPresent(figures::add);
        }
        return picture("totals", "totals before and after", figures);
    }

    /** One total of several networks. */
    static BeforeAfter of(List<Difference> differences, Metric metric) {
        List<BeforeAfter.Figure> figures = new ArrayList<>();
        for (Difference difference : differences) {
            figure(PlainText.of(difference.after().key()), metric, difference).ifPresent(figures::add);
        }
        return picture(metric.toString(), metric.words() + " before and after", figures);
    }

    private static BeforeAfter picture(String name, String title, List<BeforeAfter.Figure> figures) {
        List<String> changes = figures.stream()
                .filter(figure -> figure.direction() != BeforeAfter.Direction.SAME)
                .map(figure -> figure.label() + " " + figure.change())
                .toList();
        return new BeforeAfter(
                name, title, changes.isEmpty() ? "No total has changed." : String.join(", ", changes), figures);
    }

    /** Empty where it is not known on both sides, or there is no such thing on either. */
    private static Optional<BeforeAfter.Figure> figure(String label, Metric metric, Difference difference) {
        OptionalLong change = difference.change(metric);
        if (change.isEmpty()) {
            return Optional.empty();
        }
        long before = difference.before().total(metric).orElseThrow();
        long after = difference.after().total(metric).orElseThrow();
        return before == 0 && after == 0
                ? Optional.empty()
                : Optional.of(figure(label, metric, before, after, change.getAsLong()));
    }

    private static BeforeAfter.Figure figure(String label, Metric metric, long before, long after, long change) {
        return new BeforeAfter.Figure(
                label,
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

    private static Quantity amount(Metric metric, long number) {
        return new Quantity(
                number, metric.unit() == Metric.Unit.BYTES ? Readable.bytes(number) : Readable.count(number));
    }
}
