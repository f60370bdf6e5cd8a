package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.workbook.Sheet;
import io.archmeter.report.workbook.SheetCell;
import io.archmeter.report.workbook.SheetNames;
import io.archmeter.report.workbook.SheetValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table as sheets, with the columns of CSV by the same names, and a few more. Sections are rows of one sheet below each other, with what
 * they have in common in the first columns, because that is what people filter by. Where sections have totals each has a sheet of its own:
 * a total stands below its rows, and would be in the way of a filter elsewhere.
 *
 * <p>A total is a formula where it is the sum of its rows. Where it is not, such as a peak, or where a part is not known, it is what the
 * document says.
 */
final class TableSheets {
    /** Columns that all rows have in common stay in sight, unless they would leave no room for others. */
    private static final int MOST_FROZEN = 3;

    private final Table table;
    private final List<Integer> heading;
    private final List<Integer> shown;
    private final SheetCells cells = new SheetCells();

    TableSheets(Table table) {
        this.table = table;
        this.heading = Table.shown(table.heading(), Format.XLSX);
        this.shown = Table.shown(table.columns(), Format.XLSX);
    }

    /** Whether there are numbers that a spreadsheet would not keep; known when the sheets are there. */
    boolean hasLongNumbers() {
        return cells.hasLongNumbers();
    }

    /** How many rows its largest sheet has. */
    long mostRows() {
        return groups().stream().mapToLong(TableSheets::size).max().orElse(0);
    }

    /** @param name that of a sheet for all sections */
    List<Sheet> sheets(String name, SheetNames names) {
        List<Sheet> sheets = new ArrayList<>();
        List<List<Section>> groups = groups();
        for (List<Section> group : groups) {
            String wanted = groups.size() == 1 ? name : nameOf(group.get(0));
            sheets.add(sheet(names.like(wanted), group));
        }
        return sheets;
    }

    /** The sections of each sheet. */
    private List<List<Section>> groups() {
        boolean apart = table.sections().size() > 1
                && table.sections().stream()
                        .anyMatch(section -> section.totals().isPresent());
        return apart ? table.sections().stream().map(List::of).toList() : List.of(table.sections());
    }

    private static long size(List<Section> sections) {
        return sections.stream().mapToLong(section -> rows(section).size()).sum();
    }

    private static List<Row> rows(Section section) {
        return section.rowsFor(Audience.SPREADSHEETS);
    }

    private String nameOf(Section section) {
        return heading.isEmpty()
                ? ""
                : CsvCells.unguarded().textOf(section.heading().cell(heading.get(0)));
    }

    private Sheet sheet(String name, List<Section> sections) {
        SheetWidths widths = new SheetWidths(heading.size() + shown.size());
        sections.forEach(section -> rows(section).forEach(row -> widths.add(cells(section, row))));
        List<SheetCell> totals = totals(sections);
        if (!totals.isEmpty()) {
            widths.add(totals);
        }
        int common = heading.size() + 1;
        return new Sheet(
                name,
                widths.columns(headers()),
                common <= MOST_FROZEN ? common : 1,
                false,
                Math.toIntExact(size(sections)),
                () -> sections.stream().flatMap(this::cells).iterator(),
                totals);
    }

    private List<String> headers() {
        return Stream.concat(
                        heading.stream().map(table.heading()::get),
                        shown.stream().map(table.columns()::get))
                .map(Column::key)
                .toList();
    }

    private Stream<List<SheetCell>> cells(Section section) {
        return rows(section).stream().map(row -> cells(section, row));
    }

    private List<SheetCell> cells(Section section, Row row) {
        List<SheetCell> all = new ArrayList<>(heading.size() + shown.size());
        heading.forEach(column -> all.add(cells.of(section.heading().cell(column))));
        shown.forEach(column -> all.add(cells.of(row.cell(column))));
        return all;
    }

    /** Those of the only section, if it has any. */
    private List<SheetCell> totals(List<Section> sections) {
        if (sections.size() != 1 || sections.get(0).totals().isEmpty()) {
            return List.of();
        }
        Row totals = sections.get(0).totals().get();
        List<SheetCell> all = new ArrayList<>(Collections.nCopies(heading.size(), SheetCell.EMPTY));
        for (int column : shown) {
            SheetCell total = cells.of(totals.cell(column));
            boolean sum = table.columns().get(column).summed() && isSum(total, column, sections.get(0));
            all.add(sum ? sum(total) : total);
        }
        return all;
    }

    /** Whether there are rows, all of which have a number, and all of these together are the total. */
    private boolean isSum(SheetCell total, int column, Section section) {
        if (!(total.value() instanceof SheetValue.Number expected)
                || rows(section).isEmpty()) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : rows(section)) {
            SheetValue value = cells.of(row.cell(column)).value();
            if (value instanceof SheetValue.Number number) {
                sum = sum.add(number.number());
            } else if (!row.cell(column).equals(Cell.EMPTY)) {
                return false;
            }
        }
        return sum.compareTo(expected.number()) == 0;
    }

    private static SheetCell sum(SheetCell total) {
        SheetValue.Number number = (SheetValue.Number) total.value();
        return new SheetCell(new SheetValue.Sum(number.number(), number.format()), total.look());
    }
}
