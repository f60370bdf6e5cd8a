package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.writer.TextCells;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Layers that were changed: a row for each thing that changed in a layer, and what that costs. */
final class ChangedLayers {
    private ChangedLayers() {}

    static List<Detail> of(Difference difference) {
        List<LayerChange.Changed> layers = difference.all(LayerChange.Changed.class);
        if (layers.isEmpty()) {
            return List.of();
        }
        boolean few = layers.size() <= LayerListings.MOST_ROWS;
        List<LayerChange.Changed> shown = few
                ? layers
                : layers.stream().filter(layer -> !isShapeAlone(layer)).toList();
        List<LayerChange.Changed> inShape = few
                ? List.of()
                : layers.stream().filter(ChangedLayers::isShapeAlone).toList();
        List<Detail> details = new ArrayList<>();
        if (!shown.isEmpty()) {
            details.add(listing(shown));
        }
        if (!inShape.isEmpty()) {
            details.add(
                    Detail.Remark.of("changed in shape alone: " + DiffDetails.layers(inShape.size()) + costs(inShape)));
        }
        return details;
    }

    /** Whether only shapes of the layer have changed, because a layer before it has. */
    private static boolean isShapeAlone(LayerChange.Changed layer) {
        return ChangedAttribute.between(layer.before(), layer.after()).stream()
                        .allMatch(ChangedAttribute.Shapes.class::isInstance)
                && layer.adds(Metric.PARAMETERS).orElse(1) == 0;
    }

    private static String costs(List<LayerChange.Changed> layers) {
        StringBuilder costs = new StringBuilder();
        TextCells cells = new TextCells(Glyphs.UNICODE);
        for (Metric metric : LayerListings.METRICS) {
            OptionalLong sum = sum(metric, layers);
            if (sum.orElse(0) != 0) {
                costs.append(", ")
                        .append(cells.textOf(MetricCells.change(metric, sum)))
                        .append(' ')
                        .append(metric.words());
            }
        }
        return costs.toString();
    }

    static OptionalLong sum(Metric metric, List<? extends LayerChange> layers) {
        long sum = 0;
        for (LayerChange layer : layers) {
            OptionalLong part = layer.adds(metric);
            if (part.isEmpty()) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, part.getAsLong());
        }
        return OptionalLong.of(sum);
    }

    private static Detail listing(List<LayerChange.Changed> layers) {
        int named = Math.min(layers.size(), LayerListings.MOST_ROWS);
        List<Row> rows = new ArrayList<>();
        layers.subList(0, named).forEach(layer -> addRows(layer, rows));
        List<LayerChange.Changed> left = layers.subList(named, layers.size());
        if (!left.isEmpty()) {
            rows.add(row(
                    new Cell.Text("(" + left.size() + " more)"),
                    Cell.EMPTY,
                    new AspectCells(Cell.EMPTY, Cell.EMPTY),
                    costsOf(left)));
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.name("layer", "layer"),
                Column.text("what", "what"),
                Column.text("before", "before"),
                Column.text("after", "after")));
        for (Metric metric : LayerListings.METRICS) {
            columns.add(LayerListings.column(metric));
        }
        return new Detail.Listing("changed: " + DiffDetails.layers(layers.size()), Table.of("layers", columns, rows));
    }

    /** The first row has what all of them cost. */
    private static void addRows(LayerChange.Changed layer, List<Row> rows) {
        List<Cell> costs = costsOf(List.of(layer));
        List<Cell> none = costs.stream().map(cost -> Cell.EMPTY).toList();
        Cell name = new Cell.Text(layer.after().name());
        boolean first = true;
        for (ChangedAttribute aspect : aspects(layer)) {
            rows.add(row(
                    first ? name : Cell.EMPTY,
                    new Cell.Text(aspect.name()),
                    AspectCells.of(aspect).forPeople(aspect.name()),
                    first ? costs : none));
            first = false;
        }
        if (first) {
            rows.add(row(name, new Cell.Text("figures"), new AspectCells(Cell.EMPTY, Cell.EMPTY), costs));
        }
    }

    static List<ChangedAttribute> aspects(LayerChange.Changed layer) {
        List<ChangedAttribute> aspects = new ArrayList<>();
        PlainValue before = new PlainValue.Text(layer.before().name());
        PlainValue after = new PlainValue.Text(layer.after().name());
        if (!before.equals(after)) {
            aspects.add(new ChangedAttribute.Word("name", Optional.of(before), Optional.of(after)));
        }
        aspects.addAll(ChangedAttribute.between(layer.before(), layer.after()));
        return aspects;
    }

    private static List<Cell> costsOf(List<LayerChange.Changed> layers) {
        return LayerListings.METRICS.stream()
                .map(metric -> MetricCells.change(metric, sum(metric, layers)))
                .toList();
    }

    private static Row row(Cell name, Cell what, AspectCells cells, List<Cell> costs) {
        List<Cell> row = new ArrayList<>(List.of(name, what, cells.before(), cells.after()));
        row.addAll(costs);
        return new Row(row);
    }
}
