package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a page shows of a layer that was changed: all that is another about it, and what it cost and costs. */
final class ChangeCards {
    private ChangeCards() {}

    static List<Card> of(Difference difference) {
        return difference.all(LayerChange.Changed.class).stream()
                .map(ChangeCards::card)
                .toList();
    }

    private static Card card(LayerChange.Changed layer) {
        List<Detail> details = new ArrayList<>();
        List<ChangedAttribute> aspects = ChangedLayers.aspects(layer);
        if (!aspects.isEmpty()) {
            List<Row> rows = new ArrayList<>();
            for (ChangedAttribute aspect : aspects) {
                AspectCells cells = AspectCells.of(aspect).forPeople(aspect.name());
                rows.add(Row.of(new Cell.Text(aspect.name()), cells.before(), cells.after()));
            }
            details.add(new Detail.Listing(
                    "what is another",
                    Table.of(
                            "aspects",
                            List.of(
                                    Column.name("what", "what"),
                                    Column.text("before", "before"),
                                    Column.text("after", "after")),
                            rows)));
        }
        details.add(figures(layer.before(), layer.after()));
        return new Card(ChangeName.of(layer), details);
    }

    private static Detail figures(LayerSnapshot before, LayerSnapshot after) {
        List<Row> rows = new ArrayList<>();
        for (Metric metric : Metric.recorded()) {
            OptionalLong old = before.of(metric);
            OptionalLong now = after.of(metric);
            if (old.isPresent() && now.isPresent() && metric != Metric.LAYERS) {
                rows.add(Row.of(
                        new Cell.Text(metric.words()),
                        MetricCells.of(metric, old),
                        MetricCells.of(metric, now),
                        MetricCells.change(
                                metric, OptionalLong.of(Math.subtractExact(now.getAsLong(), old.getAsLong())))));
            }
        }
        return new Detail.Listing(
                "what it costs",
                Table.of(
                        "figures",
                        List.of(
                                Column.name("figure", "figure"),
                                Column.number("before", "before"),
                                Column.number("after", "after"),
                                Column.number("change", "change")),
                        rows));
    }
}
