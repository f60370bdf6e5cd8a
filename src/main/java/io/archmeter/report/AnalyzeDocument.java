package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each layer of a model costs. */
public final class AnalyzeDocument {
    /** The last of the multiply-adds; after it comes the share that a layer has of all of them. */
    private static final Metric SHARED = Metric.EFFECTIVE_MULTIPLY_ADDS;

    private AnalyzeDocument() {}

    /** For a format that has no place for what holds for all layers together. */
    public static Document of(CostReport report, Ranking ranking) {
        return new Document("analyze", 2, Facts.title(report), Facts.of(report), table(report, ranking), List.of());
    }

    /** With what they need of memory at once. */
    public static Document of(CostReport report, MemoryPlan memory, Ranking ranking) {
        List<HeaderField> about = new ArrayList<>(Facts.of(report));
        about.add(Facts.keras(report.total()));
        about.addAll(Facts.of(memory));
        return new Document("analyze", 2, Facts.title(report), about, table(report, ranking), notes(report));
    }

    /** With all figures of memory beside, for programs. */
    public static Document of(CostReport report, MemoryPlan plan, MemoryReport memory, Ranking ranking) {
        List<HeaderField> about = new ArrayList<>(Facts.of(report));
        about.add(Facts.keras(report.total()));
        about.addAll(Facts.of(plan));
        if (memory.training().isPresent()) {
            about.add(
                    HeaderField.of("optimizer", new Cell.Text(memory.optimizer().toString())));
        }
        about.add(HeaderField.of("memory", MemoryMembers.figures(memory)));
        ranking.by().ifPresent(column -> about.add(HeaderField.of("sorted_by", new Cell.Text(column))));
        return new Document("analyze", 2, Facts.title(report), about, table(report, ranking), notes(report));
    }

    private static Table table(CostReport report, Ranking ranking) {
        Cost total = report.total();
        boolean shares = Facts.sharesWeights(report);
        boolean several = Facts.hasSeveralOutputs(report);
        SeenColumns seen = new SeenColumns(report.positions(), report.input().rank());
        List<Row> rows = new ArrayList<>();
        List<LayerCost> shown = ranking.shown(report.layers());
        for (LayerCost layer : shown) {
            Row row = layerRow(layer, total, seen);
            row = several ? row.with(Facts.severalOutputs(layer)) : row;
            rows.add(shares ? row.with(Facts.names(layer.weightsOf())) : row);
        }
        int more = report.layers().size() - shown.size();
        if (more > 0) {
            Row rest = row(
                    new Cell.Text(more(more)),
                    ranking.rest(report.layers()),
                    total,
                    Cell.EMPTY,
                    Optional.empty(),
                    seen);
            rest = several ? rest.with(Cell.EMPTY) : rest;
            // A program that adds up or joins the rows of a table takes each of them for a layer.
            rows.add((shares ? rest.with(Cell.EMPTY) : rest).except(Audience.TABLES));
        }
        List<Column> columns = columns(total, seen);
        Row totals = totals(report, seen);
        if (several) {
            columns.add(Column.text("outputs", "all outputs"));
            totals = totals.with(Cell.EMPTY);
        }
        if (shares) {
            columns.add(Column.text(Facts.WEIGHTS_OF, Facts.WEIGHTS_OF_LABEL));
            totals = totals.with(Cell.EMPTY);
        }
        return Table.of("layers", columns, Section.of(Row.NONE, rows).with(totals));
    }

    /** Buffers have a column for people only where there are any; most models have none. */
    private static List<Column> columns(Cost total, SeenColumns seen) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.name("layer", "layer"),
                Column.text("operator", "operator").leaving(6),
                Column.text("attributes", "attributes").only(Audience.PROGRAMS),
                Column.text("inputs", "inputs").leaving(1),
                Column.text("output", "output")));
        for (Metric metric : Metric.inTables()) {
            columns.add(column(metric, total));
            if (metric == SHARED) {
                columns.add(Column.number("share", "share")
                        .only(Audience.PEOPLE, Audience.SPREADSHEETS)
                        .leaving(5));
            }
        }
        columns.addAll(CountedColumns.of(total));
        columns.addAll(List.of(
                Column.number("weight_bytes", "weight memory").only(Audience.PROGRAMS),
                Column.text("receptive_field", "receptive field")
                        .except(Audience.TABLES, Audience.SPREADSHEETS)
                        .leaving(4),
                Column.text("others", "other operations").only(Audience.PROGRAMS)));
        columns.addAll(seen.columns());
        return columns;
    }

    private static Column column(Metric metric, Cost total) {
        Column column = MetricCells.column(metric);
        return switch (metric) {
            case BUFFERS -> total.buffers() == 0 ? column.except(Audience.PEOPLE) : column.leaving(2);
            case EFFECTIVE_MULTIPLY_ADDS -> column.leaving(3);
            default -> column;
        };
    }

    private static Row layerRow(LayerCost layer, Cost total, SeenColumns seen) {
        return row(
                List.of(
                        Facts.name(layer),
                        new Cell.Text(layer.operator()),
                        layer.op().<Cell>map(Cell.Attributes::new).orElse(Cell.EMPTY),
                        new Cell.Shapes(layer.inputs()),
                        new Cell.OneShape(layer.output())),
                layer.cost(),
                total,
                new Cell.Field(layer.receptiveField()),
                seen.cells(layer.receptiveField()));
    }

    /** Several layers together have no operator, attributes and shapes. */
    private static Row row(
            Cell name, Cost cost, Cost total, Cell field, Optional<ReceptiveField> known, SeenColumns seen) {
        return row(
                List.of(name, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY), cost, total, field, seen.cells(known));
    }

    private static Row row(List<Cell> layer, Cost cost, Cost total, Cell field, List<Cell> seen) {
        List<Cell> cells = new ArrayList<>(layer);
        for (Metric metric : Metric.inTables()) {
            cells.add(MetricCells.of(metric, metric.amount(cost)));
            if (metric == SHARED) {
                cells.add(Facts.share(Metric.MULTIPLY_ADDS, cost, total));
            }
        }
        cells.addAll(CountedColumns.cells(cost, total));
        cells.addAll(List.of(MetricCells.bytes(cost.amount(CostPart.WEIGHT_BYTES)), field, Facts.others(cost)));
        cells.addAll(seen);
        return new Row(cells);
    }

    private static Row totals(CostReport report, SeenColumns seen) {
        Optional<ReceptiveField> field = report.receptiveField();
        return row(new Cell.Text("total"), report.total(), report.total(), new Cell.Field(field), field, seen);
    }

    private static String more(int layers) {
        return "(" + layers + " more " + (layers == 1 ? "layer)" : "layers)");
    }

    private static List<Note> notes(CostReport report) {
        List<Note> notes = new ArrayList<>(Facts.said(report));
        notes.addAll(Facts.notes());
        notes.add(Note.of("share: part of all multiply-adds", "share"));
        notes.add(Note.of(
                "receptive field: the window of the input that one element of the output sees; after the / how far it is from"
                        + " one window to the next",
                "receptive_field"));
        return notes;
    }
}
