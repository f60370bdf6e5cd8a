package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.diff.Renaming;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Readable;
import io.archmeter.report.writer.TextCells;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** What people read of a model that has changed: the totals, then the layers by what became of them. */
final class DiffDetails {
    /** The figures by which people know a network. */
    private static final List<Metric> KNOWN_BY = List.of(Metric.PARAMETERS, Metric.MULTIPLY_ADDS, Metric.OUTPUT_BYTES);

    private DiffDetails() {}

    /** @param layers what is told of those that are others now */
    static List<Detail> of(DiffModel model, Function<Difference, List<Detail>> layers) {
        return model.difference()
                .map(difference -> of(model.fate(), difference, layers))
                .orElseGet(() -> List.of(Detail.Remark.of(model.fate() + ": " + figures(model.any()))));
    }

    /** {@code 22 layers, 61.10 M parameters, 714.19 M multiply-adds, 4.2 MiB output memory}. */
    private static String figures(Snapshot model) {
        List<String> figures = new ArrayList<>();
        figures.add(layers(model.layers().size()));
        for (Metric metric : KNOWN_BY) {
            OptionalLong total = model.total(metric);
            if (total.isPresent()) {
                figures.add(text(MetricCells.of(metric, total)) + " " + metric.words());
            }
        }
        return String.join(", ", figures);
    }

    private static String text(Cell cell) {
        return new TextCells(Glyphs.UNICODE).textOf(cell);
    }

    private static List<Detail> of(
            DiffModel.Fate fate, Difference difference, Function<Difference, List<Detail>> layers) {
        List<Detail> details = new ArrayList<>();
        if (fate == DiffModel.Fate.RENAMED) {
            details.add(Detail.Remark.of("renamed: the same network with the same settings"));
        }
        if (difference.isNone()) {
            details.add(Detail.Remark.of("no change: " + figures(difference.after())));
            return details;
        }
        List<String> settings = SettingsChange.between(difference.before(), difference.after());
        if (!settings.isEmpty()) {
            details.add(Detail.Remark.of("with other settings: " + String.join(", ", settings)));
        }
        details.addAll(TotalsChange.of(difference, counts(difference)));
        details.addAll(layers.apply(difference));
        return details;
    }

    /** By what became of them; of many, the first. */
    static List<Detail> listings(Difference difference) {
        List<Detail> details = new ArrayList<>();
        details.addAll(LayerListings.added(difference));
        details.addAll(LayerListings.removed(difference));
        details.addAll(ChangedLayers.of(difference));
        List<Renaming> renamings = difference.renamings();
        if (!renamings.isEmpty()) {
            details.add(renamed(renamings));
        }
        return details;
    }

    /** {@code 6 layers added, 15 renamed, 24 the same}. */
    static String counts(Difference difference) {
        List<String> counts = new ArrayList<>();
        addCount("added", difference.all(LayerChange.Added.class).size(), counts);
        addCount("removed", difference.all(LayerChange.Removed.class).size(), counts);
        addCount("changed", difference.all(LayerChange.Changed.class).size(), counts);
        addCount("renamed", difference.all(LayerChange.Renamed.class).size(), counts);
        addCount("the same", difference.all(LayerChange.Same.class).size(), counts);
        return counts.isEmpty() ? "no layers" : String.join(", ", counts);
    }

    private static void addCount(String word, int count, List<String> counts) {
        if (count > 0) {
            counts.add((counts.isEmpty() ? layers(count) : String.valueOf(count)) + " " + word);
        }
    }

    static String layers(int count) {
        return Readable.exact(count) + (count == 1 ? " layer" : " layers");
    }

    private static Detail renamed(List<Renaming> renamings) {
        int layers = renamings.stream().mapToInt(Renaming::layers).sum();
        List<Row> rows = LayerListings.shortened(
                renamings.stream()
                        .map(renaming -> Row.of(
                                new Cell.Text(renaming.before()),
                                new Cell.Text(renaming.after()),
                                new Cell.Count(renaming.layers())))
                        .toList(),
                left -> Row.of(
                        new Cell.Text("(" + left + " more)"),
                        Cell.EMPTY,
                        new Cell.Count(renamings.stream()
                                .skip(renamings.size() - left)
                                .mapToInt(Renaming::layers)
                                .sum())));
        return new Detail.Listing(
                "renamed: " + layers(layers),
                Table.of(
                        "renamings",
                        List.of(
                                Column.name("before", "before"),
                                Column.name("after", "after"),
                                Column.number("layers", "layers")),
                        rows));
    }
}
