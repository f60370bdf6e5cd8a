package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.analysis.Share;
import io.archmeter.analysis.SideBySide;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where the cost of several models sits, for people: a row for each stage, layer or kind, and below each figure a column for each model. */
public final class SideBySideDocument {
    private static final int BARS_LEAVE = 1;
    private static final int OPERATOR_LEAVES = 2;
    private static final int MEMORY_LEAVES = 3;
    private static final int PARAMETERS_LEAVE = 4;

    private final List<CostReport> models;
    private final List<SideBySide.Row> rows;
    private final Grouping grouping;
    private final List<Measure<SideBySide.Row>> measures = new ArrayList<>();
    private final List<Cell> totals = new ArrayList<>();

    private SideBySideDocument(List<CostReport> models, List<SideBySide.Row> rows, Grouping grouping) {
        this.models = models;
        this.rows = rows;
        this.grouping = grouping;
    }

    /**
     * Of at least two models, all of them with the same batch, type and training.
     *
     * @param only the operators whose layers are shown; none for all of them
     */
    public static Document of(List<CostReport> models, Grouping grouping, Set<String> only) {
        List<CostReport> shown = models.stream().map(model -> model.only(only)).toList();
        return new SideBySideDocument(models, SideBySide.of(shown, grouping), grouping).document(only);
    }

    private Document document(Set<String> only) {
        addNames();
        addLayers();
        for (Metric metric : BreakdownDocument.CHARTED) {
            addFigure(metric);
            addShare(metric);
        }
        for (String convention : CountedColumns.names(models.get(0).total())) {
            addFigure(CountedColumns.of(convention), cost -> CountedColumns.cell(convention, cost));
        }
        Section section = Section.of(Row.NONE, Measure.rows(measures, rows)).with(new Row(totals));
        List<HeaderField> about = new ArrayList<>(Facts.counting(models.get(0)));
        about.addAll(0, inputs());
        models.forEach(model -> about.addAll(HiddenLayers.of(model, only).ofOneOfSeveral()));
        about.addAll(Facts.unknownOf(models));
        return new Document(
                "breakdown",
                1,
                "where the cost sits, by " + grouping,
                about,
                Table.of("groups", Measure.columns(measures), section),
                notes());
    }

    /** One shape where all are given the same. */
    private List<HeaderField> inputs() {
        List<Cell.Member> inputs = models.stream()
                .map(model -> new Cell.Member(model.model(), Facts.inputs(model)))
                .toList();
        boolean same = inputs.stream().map(Cell.Member::value).distinct().count() == 1;
        return List.of(HeaderField.above("input", "input", same ? inputs.get(0).value() : new Cell.Members(inputs)));
    }

    /** Layers may have other names in each model; then each has a column of them. */
    private void addNames() {
        boolean same = rows.stream().allMatch(row -> row.labels().size() == 1);
        String word = grouping.toString();
        if (same) {
            add(Column.name(word, word), row -> new Cell.Text(row.labels().get(0)), new Cell.Text("total"));
        } else {
            for (int model = 0; model < models.size(); model++) {
                Column column = Column.name(word, models.get(model).model()).under(word);
                Function<Share, Cell> name = share -> new Cell.Text(share.label());
                add(column, ofModel(model, name), model == 0 ? new Cell.Text("total") : Cell.EMPTY);
            }
        }
        if (grouping == Grouping.LAYER) {
            add(
                    Column.text("operator", "operator").leaving(OPERATOR_LEAVES),
                    row -> new Cell.Text(row.of()),
                    Cell.EMPTY);
        }
    }

    /** What a row has of a model; empty where it has nothing. */
    private static Function<SideBySide.Row, Cell> ofModel(int model, Function<Share, Cell> cell) {
        return row -> row.shares().get(model).map(cell).orElse(Cell.EMPTY);
    }

    private void add(Column column, Function<SideBySide.Row, Cell> cell, Cell total) {
        measures.add(new Measure<>(column, cell));
        totals.add(total);
    }

    /** How many there are, for who asks for it. */
    private void addLayers() {
        for (int model = 0; model < models.size(); model++) {
            add(
                    Column.number("layers", models.get(model).model())
                            .under("layers")
                            .shownIf(false),
                    ofModel(model, share -> new Cell.Count(share.layers())),
                    new Cell.Count(models.get(model).layers().size()));
        }
    }

    /** What part of each model's total it is, for who asks for it. */
    private void addShare(Metric metric) {
        for (int model = 0; model < models.size(); model++) {
            Cost total = models.get(model).total();
            add(
                    Column.number(
                                    metric + BreakdownDocument.SHARE,
                                    models.get(model).model())
                            .under("share of " + BreakdownDocument.header(metric))
                            .shownIf(false),
                    ofModel(model, share -> Facts.share(metric, share.cost(), total)),
                    Facts.share(metric, total, total));
        }
    }

    /** A column for each model, with its bar; bars can be compared across models. */
    private void addFigure(Metric metric) {
        String header = BreakdownDocument.header(metric);
        long longest = rows.stream()
                .flatMap(row -> row.shares().stream().flatMap(Optional::stream))
                .mapToLong(share -> BreakdownDocument.count(metric, share.cost()))
                .max()
                .orElse(0);
        int leaves = switch (metric) {
            case OUTPUT_BYTES -> MEMORY_LEAVES;
            case PARAMETERS -> PARAMETERS_LEAVE;
            default -> 0;
        };
        for (int model = 0; model < models.size(); model++) {
            Column number = Column.number(metric.toString(), models.get(model).model())
                    .under(header)
                    .leaving(leaves);
            Function<Cost, Cell> cell = cost -> MetricCells.of(metric, metric.amount(cost));
            add(
                    number,
                    ofModel(model, share -> cell.apply(share.cost())),
                    cell.apply(models.get(model).total()));
            add(
                    Column.bar(metric + BreakdownDocument.BAR).under(header).leaving(BARS_LEAVE),
                    ofModel(model, share -> new Cell.Bar(BreakdownDocument.count(metric, share.cost()), longest)),
                    Cell.EMPTY);
        }
    }

    private void addFigure(Column counted, Function<Cost, Cell> cell) {
        for (int model = 0; model < models.size(); model++) {
            add(
                    Column.number(counted.key(), models.get(model).model()).under(counted.header()),
                    ofModel(model, share -> cell.apply(share.cost())),
                    cell.apply(models.get(model).total()));
        }
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>(BreakdownDocument.notes());
        if (grouping == Grouping.LAYER) {
            notes.add(Note.of(
                    "a row: layers of one operator, as many as can stand side by side in the order of each model",
                    grouping.toString()));
        }
        return notes;
    }
}
