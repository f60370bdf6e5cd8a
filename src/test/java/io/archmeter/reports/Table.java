package io.archmeter.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rows of comparisons. What the columns show is data, so that writing them is one loop. */
final class Table {
    /** A quantity that each row has; the unit, if there is one, is that of the column. */
    record Measure(String name, Optional<Unit> unit) {
        String heading() {
            return name + unit.map(known -> " (" + known.label().strip() + ")").orElse("");
        }
    }

    private record Column(String heading, boolean number, Function<Row, String> text) {}

    private final String what;
    private final List<Measure> measures;
    private final Optional<String> quoted;
    private final List<Row> rows = new ArrayList<>();

    private Table(String what, List<Measure> measures, Optional<String> quoted) {
        this.what = what;
        this.measures = measures;
        this.quoted = quoted;
    }

    /** One figure per row, each in a unit of its own. */
    static Table ledger(String what) {
        return new Table(what, List.of(), Optional.empty());
    }

    /** The same quantities in each row. */
    static Table grid(String what, Measure... measures) {
        return new Table(what, List.of(measures), Optional.empty());
    }

    /** The same with a column, before these, of what is not counted. */
    static Table quoting(String what, String quoted, Measure... measures) {
        return new Table(what, List.of(measures), Optional.of(quoted));
    }

    static Measure measure(String name, Unit unit) {
        return new Measure(name, Optional.of(unit));
    }

    Table row(String name, Figure... figures) {
        if (figures.length != Math.max(1, measures.size())) {
            throw new IllegalArgumentException(name + ": a figure too many or too few");
        }
        rows.add(new Row(name, List.of(figures), "", ""));
        return this;
    }

    /** What is quoted in the last row. */
    Table quote(String text) {
        rows.add(rows.remove(rows.size() - 1).quoting(text));
        return this;
    }

    /** Says something about the last row. */
    Table note(String text) {
        rows.add(rows.remove(rows.size() - 1).noting(text));
        return this;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    String markdown() {
        List<Column> columns = columns();
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(Column::heading));
        line(text, columns.stream().map(column -> column.number ? "---:" : "---"));
        rows.forEach(row -> line(text, columns.stream().map(column -> column.text.apply(row))));
        return text.toString();
    }

    private static void line(StringBuilder text, Stream<String> cells) {
        cells.forEach(cell -> text.append("| ").append(cell).append(cell.isEmpty() ? "" : " "));
        text.append("|\n");
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(what, false, Row::what));
        quoted.ifPresent(heading -> columns.add(new Column(heading, true, Row::quoted)));
        if (measures.isEmpty()) {
            columns.add(new Column("printed", true, row -> row.figures().get(0).printedText()));
            columns.add(new Column("ours", true, row -> row.figures().get(0).roundedText()));
            columns.add(new Column("exactly", true, row -> row.figures().get(0).exactText()));
        }
        for (int m = 0; m < measures.size(); m++) {
            columns.addAll(columns(m));
        }
        columns.add(new Column("agrees", false, Row::agrees));
        columns.add(new Column("why", false, this::why));
        return columns;
    }

    private List<Column> columns(int m) {
        Measure measure = measures.get(m);
        Column ours = new Column(
                measure.heading() + ", ours", true, row -> ours(row.figures().get(m), measure));
        Column printed = new Column(
                measure.heading() + ", printed",
                true,
                row -> printed(row.figures().get(m), measure));
        boolean compared =
                rows.stream().anyMatch(row -> row.figures().get(m).printed().isPresent());
        return compared ? List.of(printed, ours) : List.of(ours);
    }

    private static String printed(Figure figure, Measure measure) {
        return measure.unit().isEmpty()
                ? figure.printedText()
                : figure.printed().map(some -> Quantity.grouped(some.number())).orElse("");
    }

    private static String ours(Figure figure, Measure measure) {
        return measure.unit()
                .map(figure.ours()::exactlyIn)
                .orElseGet(() -> figure.ours().exactly());
    }

    private String why(Row row) {
        List<String> sentences = new ArrayList<>();
        for (int f = 0; f < row.figures().size(); f++) {
            String subject = measures.size() > 1 ? measures.get(f).name() + ": " : "";
            row.figures().get(f).reason().ifPresent(reason -> sentences.add(subject + reason.sentence()));
        }
        if (!row.note().isEmpty()) {
            sentences.add(row.note());
        }
        return String.join("; ", sentences);
    }
}
