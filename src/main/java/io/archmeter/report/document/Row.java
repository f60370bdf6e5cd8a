package io.archmeter.report.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One cell for each column of its table.
 *
 * @param audiences for whom it is
 * @param nested where it stands in a tree; empty in a table that is none
 */
public record Row(List<Cell> cells, Set<Audience> audiences, Optional<Nested> nested) {
    private static final Set<Audience> EVERYBODY = Set.copyOf(EnumSet.allOf(Audience.class));

    /** A row without cells: the heading of a section that has none. */
    public static final Row NONE = new Row(List.of());

    /**
     * A place in a tree: the parent of a row is the nearest above it whose level is lower.
     *
     * @param level from 1
     * @param label its name, below that of its parent
     */
    public record Nested(int level, String label) {
        public Nested {
            if (level < 1) {
                throw new IllegalArgumentException("levels count from 1: " + level);
            }
        }
    }

    public Row {
        cells = List.copyOf(cells);
        audiences = Set.copyOf(audiences);
    }

    /** A row of those cells, for everybody. */
    public Row(List<Cell> cells) {
        this(cells, EVERYBODY, Optional.empty());
    }

    /** A row of those cells, for everybody. */
    public static Row of(Cell... cells) {
        return new Row(List.of(cells));
    }

    /** The same with another cell at its end. */
    public Row with(Cell last) {
        return with(List.of(last));
    }

    /** The same with other cells at its end. */
    public Row with(List<Cell> last) {
        List<Cell> more = new ArrayList<>(cells);
        more.addAll(last);
        return new Row(more, audiences, nested);
    }

    /** The same of some columns, by their numbers. */
    Row of(List<Integer> columns) {
        return new Row(columns.stream().map(cells::get).toList(), audiences, nested);
    }

    /** The same for some only. */
    public Row only(Audience first, Audience... others) {
        return new Row(cells, EnumSet.of(first, others), nested);
    }

    /** The same, but not for one audience. */
    public Row except(Audience audience) {
        EnumSet<Audience> left = EnumSet.copyOf(audiences);
        left.remove(audience);
        return new Row(cells, left, nested);
    }

    /** The same at a place in a tree. */
    public Row nested(int level, String label) {
        return new Row(cells, audiences, Optional.of(new Nested(level, label)));
    }

    /**
     * The cell of a column.
     *
     * @param column its number, from 0
     * @throws IndexOutOfBoundsException where the table has no such column
     */
    public Cell cell(int column) {
        return cells.get(column);
    }

    /** What tables have, spreadsheets have too. */
    public boolean isFor(Audience audience) {
        return audiences.contains(audience) || audience == Audience.SPREADSHEETS && audiences.contains(Audience.TABLES);
    }
}
