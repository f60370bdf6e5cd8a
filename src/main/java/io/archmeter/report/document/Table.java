package io.archmeter.report.document;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The body of a document: rows, in sections if they have something in common.
 *
 * @param sectionsName what the sections are, as a member in JSON; empty where there is one section without a heading
 * @param rowsName what the rows are, as a member in JSON
 * @param heading the columns that a section's rows have in common
 * @param columns the columns of each row
 */
public record Table(
        String sectionsName,
        String rowsName,
        Layout layout,
        List<Column> heading,
        List<Column> columns,
        List<Section> sections) {

    /** How rows look in a text. */
    public enum Layout {
        /** Columns below headers. */
        GRID,
        /** The same, with headers once for all sections; one whose heading is empty has none. */
        GROUPS,
        /** None: people see the details of sections alone, and of a section without any nothing at all. */
        DETAILS,
        /** One equation in each row: {@code parameters = 64·3·11·11 + 64 = 23,296}. */
        EQUATIONS
    }

    public Table {
        heading = List.copyOf(heading);
        columns = List.copyOf(columns);
        sections = List.copyOf(sections);
    }

    /** One section without a heading, and without totals and details. */
    public static Table of(String rowsName, List<Column> columns, List<Row> rows) {
        return of(rowsName, columns, Section.of(Row.NONE, rows));
    }

    /** One section without a heading. */
    public static Table of(String rowsName, List<Column> columns, Section only) {
        return new Table("", rowsName, Layout.GRID, List.of(), columns, List.of(only));
    }

    /** Whether people see the rows of a section; one that has a heading may have details alone. */
    public boolean showsRowsOf(Section section) {
        return hasRowsForPeople()
                && !(hasHeadings() && section.rowsFor(Audience.PEOPLE).isEmpty());
    }

    /** Whether people see rows, and not details alone. */
    public boolean hasRowsForPeople() {
        return layout != Layout.DETAILS;
    }

    /** The sections of which people see anything. */
    public List<Section> sectionsForPeople() {
        return hasRowsForPeople()
                ? sections
                : sections.stream()
                        .filter(section -> !section.details().isEmpty())
                        .toList();
    }

    /** Whether sections have something in common to be named by. */
    public boolean hasHeadings() {
        return !heading.isEmpty();
    }

    /** The numbers of the columns that a format writes. */
    public static List<Integer> shown(List<Column> columns, Format format) {
        return IntStream.range(0, columns.size())
                .filter(column -> format.shows(columns.get(column)))
                .boxed()
                .toList();
    }
}
