package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.CostTree;
import io.archmeter.analysis.LayerCost;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.facts.Cost;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.MadeRows;
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
    private AnalyzeDocument() {}

    /** For a format that has no place for what holds for all layers together. */
    public static Document of(CostReport report, Ranking ranking) {
        WindowColumns windows = WindowColumns.forTablesAlone();
        List<LayerCost> shown = ranking.shown(report.layers());
        // Which columns there are follows from all layers, and their rows are made when they are written.
        shown.forEach(windows::cells);
        RowsOf rowsOf = RowsOf.of(report, windows);
        Table table = table(report, rowsOf, new MadeRows<>(shown, rowsOf::row));
        return new Document("analyze", 2, Facts.title(report), Facts.of(report), table, List.of());
    }

    /** With what they need of memory at once. */
    public static Document of(CostReport report, MemoryPlan memory, Ranking ranking) {
        List<HeaderField> about = about(report, ranking);
        about.addAll(Facts.of(memory));
        return document(report, ranking, about);
    }

    /** With all figures of memory beside, for programs. */
    public static Document of(CostReport report, MemoryPlan plan, MemoryReport memory, Ranking ranking) {
        List<HeaderField> about = about(report, ranking);
        about.addAll(Facts.of(plan));
        if (memory.training().isPresent()) {
            about.add(
                    HeaderField.of("optimizer", new Cell.Text(memory.optimizer().toString())));
        }
        about.add(HeaderField.of("memory", MemoryMembers.figures(memory)));
        ranking.by().ifPresent(column -> about.add(HeaderField.of("sorted_by", new Cell.Text(column))));
        return document(report, ranking, about);
    }

    private static Document document(CostReport report, Ranking ranking, List<HeaderField> about) {
        WindowColumns windows = windows(report, ranking);
        return document(report, about, table(report, ranking, windows), windows);
    }

    private static Document document(CostReport report, List<HeaderField> about, Table table, WindowColumns windows) {
        return new Document("analyze", 2, Facts.title(report), about, table, notes(report, windows));
    }

    private static WindowColumns windows(CostReport report, Ranking ranking) {
        return WindowColumns.of(ranking.shown(report.layers()));
    }

    private static List<HeaderField> about(CostReport report, Ranking ranking) {
        List<HeaderField> about = new ArrayList<>(Facts.of(report));
        about.addAll(Facts.only(ranking.only()));
        about.addAll(HiddenLayers.of(report, ranking.only()).fields());
        about.add(Facts.keras(report.total()));
        return about;
    }

    /** With what they need of memory at once, and their modules around them, each with the sum of its layers. */
    static Document ofTree(CostReport report, MemoryPlan memory) {
        List<HeaderField> about = about(report, Ranking.NONE);
        about.addAll(Facts.of(memory));
        WindowColumns windows = windows(report, Ranking.NONE);
        RowsOf rowsOf = RowsOf.of(report, windows);
        List<Row> rows = new ArrayList<>();
        addRows(CostTree.of(report), 1, rowsOf, rows);
        return document(report, about, table(report, rowsOf, rows), windows);
    }

    private static void addRows(List<CostTree> trees, int level, RowsOf rowsOf, List<Row> rows) {
        for (CostTree tree : trees) {
            rows.add(rowsOf.row(tree.cost()).nested(level, tree.label()));
            addRows(tree.children(), level + 1, rowsOf, rows);
        }
    }

    /** Rows of the layers of one report, which have the same columns. */
    private record RowsOf(WindowColumns windows, CostCells costs, SeenColumns seen, boolean several, boolean shares) {
        static RowsOf of(CostReport report, WindowColumns windows) {
            return new RowsOf(
                    windows,
                    new CostCells(report.total()),
                    new SeenColumns(report.positions(), report.input().rank()),
                    Facts.hasSeveralOutputs(report),
                    Facts.sharesWeights(report));
        }

        Row row(LayerCost layer) {
            WindowColumns.Cells window = windows.cells(layer);
            return full(
                    layerRow(layer, window.forPeople(), costs, seen),
                    Facts.severalOutputs(layer),
                    Facts.names(layer.weightsOf()),
                    window.forTables());
        }

        /** With the cells of the columns that not all reports have, and those at the end. */
        private Row full(Row row, Cell outputs, Cell weightsOf, List<Cell> window) {
            List<Cell> more = new ArrayList<>(window.size() + 2);
            if (several) {
                more.add(outputs);
            }
            if (shares) {
                more.add(weightsOf);
            }
            more.addAll(window);
            return row.with(more);
        }

        /** Of several layers together. */
        Row full(Row row) {
            return full(row, Cell.EMPTY, Cell.EMPTY, WindowColumns.none());
        }
    }

    private static Table table(CostReport report, Ranking ranking, WindowColumns windows) {
        RowsOf rowsOf = RowsOf.of(report, windows);
        List<Row> rows = new ArrayList<>();
        ranking.shown(report.layers()).forEach(layer -> rows.add(rowsOf.row(layer)));
        int more = ranking.less(report.layers()).size();
        if (more > 0) {
            Row rest = row(
                    new Cell.Text(more(more)),
                    ranking.rest(report.layers()),
                    rowsOf.costs(),
                    Cell.EMPTY,
                    Optional.empty(),
                    rowsOf.seen());
            // A program that adds up or joins the rows of a table takes each of them for a layer.
            rows.add(rowsOf.full(rest).except(Audience.TABLES));
        }
        return table(report, rowsOf, rows);
    }

    private static Table table(CostReport report, RowsOf rowsOf, List<Row> rows) {
        SeenColumns seen = rowsOf.seen();
        List<Column> columns = columns(report.total(), rowsOf.windows(), seen);
        if (rowsOf.several()) {
            columns.add(Column.text("outputs", "all outputs"));
        }
        if (rowsOf.shares()) {
            columns.add(Column.text(Facts.WEIGHTS_OF, Facts.WEIGHTS_OF_LABEL));
        }
        columns.addAll(WindowColumns.forTables());
        return Table.of("layers", columns, Section.of(Row.NONE, rows).with(rowsOf.full(totals(report, rowsOf))));
    }

    /** Buffers have a column for people only where there are any; most models have none. */
    private static List<Column> columns(Cost total, WindowColumns windows, SeenColumns seen) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.name("layer", "layer"),
                Column.text("operator", "operator").leaving(7)));
        columns.addAll(windows.forPeople());
        columns.addAll(List.of(
                Column.text("attributes", "attributes").only(Audience.PROGRAMS),
                Column.text("inputs", "inputs").leaving(1),
                Column.text("output", "output")));
        for (Metric metric : Metric.inTables()) {
            columns.add(column(metric, total));
            if (metric == CostCells.SHARED) {
                columns.add(Column.number("share", "share")
                        .only(Audience.PEOPLE, Audience.SPREADSHEETS)
                        .leaving(6));
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

    private static Row layerRow(LayerCost layer, List<Cell> window, CostCells costs, SeenColumns seen) {
        List<Cell> cells = new ArrayList<>(List.of(Facts.name(layer), new Cell.Text(layer.operator())));
        cells.addAll(window);
        cells.add(layer.op().<Cell>map(Cell.Attributes::new).orElse(Cell.EMPTY));
        cells.add(new Cell.Shapes(layer.inputs()));
        cells.add(new Cell.OneShape(layer.output()));
        return row(
                cells,
                costs.of(layer.cost()),
                new Cell.Field(layer.receptiveField()),
                seen.cells(layer.receptiveField()));
    }

    /** Several layers together have no operator, attributes and shapes. */
    private static Row row(
            Cell name, Cost cost, CostCells costs, Cell field, Optional<ReceptiveField> known, SeenColumns seen) {
        List<Cell> cells = new ArrayList<>(List.of(name, Cell.EMPTY));
        cells.addAll(WindowColumns.none());
        cells.addAll(List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY));
        return row(cells, costs.of(cost), field, seen.cells(known));
    }

    private static Row row(List<Cell> layer, CostCells.Of cost, Cell field, List<Cell> seen) {
        List<Cell> cells = new ArrayList<>(layer);
        cells.addAll(cost.figures());
        cells.add(field);
        cells.add(cost.others());
        cells.addAll(seen);
        return new Row(cells);
    }

    private static Row totals(CostReport report, RowsOf rowsOf) {
        Optional<ReceptiveField> field = report.receptiveField();
        return row(new Cell.Text("total"), report.total(), rowsOf.costs(), new Cell.Field(field), field, rowsOf.seen());
    }

    private static String more(int layers) {
        return "(" + layers + " more " + (layers == 1 ? "layer)" : "layers)");
    }

    private static List<Note> notes(CostReport report, WindowColumns windows) {
        List<Note> notes = new ArrayList<>(Facts.said(report));
        notes.addAll(Facts.notes());
        notes.add(Note.of("share: part of all multiply-adds", "share"));
        notes.addAll(windows.notes());
        notes.add(Note.of(
                "receptive field: the window of the input that one element of the output sees; after the / how far it is from"
                        + " one window to the next",
                "receptive_field"));
        return notes;
    }
}
