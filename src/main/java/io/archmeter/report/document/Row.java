package io.archmeter.report.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One cell for each column of its table.
 *
 * @param formats in which it is written
 */
public record Row(List<Cell> cells, Set<Format> formats) {
    private static final Set<Format> ALL = Set.copyOf(EnumSet.allOf(Format.class));

    /** A row without cells: the heading of a section that has none. */
    public static final Row NONE = new Row(List.of());

    public Row {
        cells = List.copyOf(cells);
        formats = Set.copyOf(formats);
    }

    /** A row of those cells, in every format. */
    public Row(List<Cell> cells) {
        this(cells, ALL);
    }

    /** A row of those cells, in every format. */
    public static Row of(Cell... cells) {
        return new Row(List.of(cells));
    }

    /** The same with another cell at its end. */
    public Row with(Cell last) {
        List<Cell> more = new ArrayList<>(cells);
        more.add(last);
        return new Row(more, formats);
    }

    /** The same in some formats only. */
    public Row only(Format first, Format... others) {
        return new Row(cells, EnumSet.of(first, others));
    }

    /** The same, but not in one format. */
    public Row except(Format format) {
        EnumSet<Format> left = EnumSet.copyOf(formats);
        left.remove(format);
        return new Row(cells, left);
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

    boolean isIn(Format format) {
        return formats.contains(format);
    }
}
