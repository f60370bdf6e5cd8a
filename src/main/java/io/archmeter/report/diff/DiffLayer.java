package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.op.Attributes;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What became of a layer, as programs are told. */
record DiffLayer(LayerChange change) {
    static final List<Measure<DiffLayer>> MEASURES = measures();

    private static List<Measure<DiffLayer>> measures() {
        List<Measure<DiffLayer>> measures = new ArrayList<>(List.of(
                new Measure<>(Column.text("change", ""), layer -> new Cell.Text(ChangeName.kind(layer.change()))),
                new Measure<>(
                        Column.name("layer_before", ""),
                        layer -> name(layer.change().old())),
                new Measure<>(
                        Column.name("layer_after", ""),
                        layer -> name(layer.change().now())),
                new Measure<>(
                        Column.text("operator", ""),
                        layer -> new Cell.Text(layer.change().layer().operator())),
                new Measure<>(Column.text("differences", "").only(Audience.TABLES), DiffLayer::asText),
                new Measure<>(Column.text("differences", "").only(Audience.PROGRAMS), DiffLayer::asItems)));
        for (Metric metric : Metric.recorded()) {
            if (metric.together() == Metric.Together.SUM && metric != Metric.LAYERS) {
                measures.add(new Measure<>(
                        Column.number(metric + "_before", ""),
                        layer -> cost(metric, layer.change().old())));
                measures.add(new Measure<>(
                        Column.number(metric + "_after", ""),
                        layer -> cost(metric, layer.change().now())));
            }
        }
        return List.copyOf(measures);
    }

    private static Cell name(Optional<LayerSnapshot> layer) {
        return layer.<Cell>map(known -> new Cell.Text(known.name())).orElse(Cell.EMPTY);
    }

    /** What is not there costs nothing, so that sums can be made. */
    private static Cell cost(Metric metric, Optional<LayerSnapshot> layer) {
        return MetricCells.of(metric, layer.map(known -> known.of(metric)).orElse(OptionalLong.of(0)));
    }

    private List<ChangedAttribute> aspects() {
        return change.old().isPresent() && change.now().isPresent()
                ? ChangedAttribute.between(change.old().get(), change.now().get())
                : List.of();
    }

    private static Cell asText(DiffLayer layer) {
        return new Cell.Text(layer.aspects().stream().map(DiffLayer::text).collect(Collectors.joining(";")));
    }

    private static String text(ChangedAttribute aspect) {
        if (aspect instanceof ChangedAttribute.Word word) {
            return word.name() + " " + text(word.before()) + " -> " + text(word.after());
        }
        ChangedAttribute.Shapes shapes = (ChangedAttribute.Shapes) aspect;
        return shapes.name() + " " + text(shapes.before()) + " -> " + text(shapes.after());
    }

    private static String text(Optional<PlainValue> attribute) {
        return attribute.map(Attributes::text).orElse("none");
    }

    private static String text(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(" "));
    }

    private static Cell asItems(DiffLayer layer) {
        return new Cell.Items(layer.aspects().stream()
                .<Cell>map(aspect -> {
                    AspectCells cells = AspectCells.of(aspect);
                    return Cell.Members.of(
                            new Cell.Member("what", new Cell.Text(aspect.name())),
                            new Cell.Member("before", cells.before()),
                            new Cell.Member("after", cells.after()));
                })
                .toList());
    }
}
