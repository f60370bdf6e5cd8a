package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Layers that were added or removed, with what they cost; many of them by their modules. */
final class LayerListings {
    /** The figures of a layer that people read, and when their columns leave. */
    static final List<Metric> METRICS = List.of(Metric.MULTIPLY_ADDS, Metric.PARAMETERS, Metric.OUTPUT_BYTES);

    /** How many rows a listing has at most; what is more is one row. */
    static final int MOST_ROWS = 20;

    /** Up to how many layers are shown one by one. */
    private static final int MOST_SINGLE = 12;

    private LayerListings() {}

    static List<Detail> added(Difference difference) {
        List<LayerSnapshot> layers = difference.all(LayerChange.Added.class).stream()
                .map(LayerChange.Added::after)
                .toList();
        return listing("added", layers, difference.after());
    }

    static List<Detail> removed(Difference difference) {
        List<LayerSnapshot> layers = difference.all(LayerChange.Removed.class).stream()
                .map(LayerChange.Removed::before)
                .toList();
        return listing("removed", layers, difference.before());
    }

    private static List<Detail> listing(String verb, List<LayerSnapshot> layers, Snapshot network) {
        if (layers.isEmpty()) {
            return List.of();
        }
        List<WholeModule> modules = layers.size() <= MOST_SINGLE
                ? layers.stream().map(WholeModule::of).toList()
                : WholeModule.folded(WholeModule.in(layers, network.layers()));
        List<Row> rows = shortened(
                modules.stream().map(LayerListings::row).toList(),
                left -> row(WholeModule.rest(modules.subList(modules.size() - left, modules.size()))));
        List<Column> columns = new ArrayList<>(List.of(
                Column.name("layer", "layer"),
                Column.text("operator", "operator"),
                Column.text("output", "output").leaving(3)));
        for (Metric metric : METRICS) {
            columns.add(column(metric));
        }
        return List.of(
                new Detail.Listing(verb + ": " + DiffDetails.layers(layers.size()), Table.of("layers", columns, rows)));
    }

    /** The column of a metric; some of them leave a page that is too narrow. */
    static Column column(Metric metric) {
        Column column = Column.number(metric.toString(), metric.words());
        return switch (metric) {
            case OUTPUT_BYTES -> column.leaving(1);
            case PARAMETERS -> column.leaving(2);
            default -> column;
        };
    }

    private static Row row(WholeModule module) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(module.name()));
        cells.add(new Cell.Text(module.operator()));
        cells.add(
                module.layers().size() == 1
                        ? new Cell.OneShape(module.layers().get(0).output())
                        : Cell.EMPTY);
        for (Metric metric : METRICS) {
            cells.add(MetricCells.of(metric, Snapshot.together(metric, module.layers())));
        }
        return new Row(cells);
    }

    /**
     * The first rows, and one for what is left.
     *
     * @param rest the last row, by how many it stands for
     */
    static List<Row> shortened(List<Row> rows, IntFunction<Row> rest) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        List<Row> shortened = new ArrayList<>(rows.subList(0, MOST_ROWS - 1));
        shortened.add(rest.apply(rows.size() - shortened.size()));
        return shortened;
    }
}
