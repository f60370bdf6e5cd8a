package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;

/** All layers that are others now, in the order of the network: a page has room for each. */
final class ChangeTable {
    private static final List<Measure<LayerChange>> MEASURES = measures();

    private ChangeTable() {}

    static List<Detail> of(Difference difference) {
        List<LayerChange> changes = difference.layers().stream()
                .filter(change -> !(change instanceof LayerChange.Same))
                .toList();
        if (changes.isEmpty()) {
            return List.of();
        }
        return List.of(new Detail.Listing(
                "layers that are others now",
                Table.of("layers", Measure.columns(MEASURES), Measure.rows(MEASURES, changes))));
    }

    private static List<Measure<LayerChange>> measures() {
        List<Measure<LayerChange>> measures = new ArrayList<>(List.of(
                new Measure<>(Column.name("layer", "layer"), change -> new Cell.Text(ChangeName.of(change))),
                new Measure<>(
                        Column.text("change", "change"),
                        change -> new Cell.Toned(ChangeName.tone(change), new Cell.Text(ChangeName.kind(change)))),
                new Measure<>(
                        Column.text("operator", "operator"),
                        change -> new Cell.Text(change.layer().operator())),
                new Measure<>(Column.text("what", "what"), change -> new Cell.Text(what(change)))));
        for (Metric metric : LayerListings.METRICS) {
            measures.add(new Measure<>(
                    LayerListings.column(metric), change -> MetricCells.change(metric, change.adds(metric))));
        }
        return List.copyOf(measures);
    }

    /** {@code channels 64 → 128, groups 1 → 32}; of a layer that is on one side alone, what it puts out. */
    private static String what(LayerChange change) {
        if (change.old().isEmpty() || change.now().isEmpty()) {
            return "output " + AspectText.of(new Cell.OneShape(change.layer().output()));
        }
        return AspectText.joined(
                ChangedAttribute.between(change.old().get(), change.now().get()));
    }
}
