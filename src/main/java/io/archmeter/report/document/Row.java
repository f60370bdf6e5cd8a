package io.archmeter.report.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One cell for each column of its table.
 *
 * @param audiences for whom it is
 */
public record Row(List<Cell> cells, Set<Audience> audiences) {
    private static final Set<Audience> EVERYBODY = Set.copyOf(EnumSet.allOf(Audience.class));

    /** A row without cells: the heading of a section that has none. */
    public static final Row NONE = new Row(List.of());

    public Row {
        cells = List.copyOf(cells);
        audiences = Set.copyOf(audiences);
    }

    /** A row of those cells, for everybody. */
    public Row(List<Cell> cells) {
        this(cells, EVERYBODY);
    }

    /** A row of those cells, for everybody. */
    public static Row of(Cell... cells) {
        return new Row(List.of(cells));
    }

    /** The same with another cell at its end. */
    public Row with(Cell last) {
        List<Cell> more = new ArrayList<>(cells);
        more.add(last);
        return new Row(more, audiences);
    }

    /** The same for some only. */
    public Row only(Audience first, Audience... others) {
        return new Row(cells, EnumSet.of(first, others));
    }

    /** The same, but not for one audience. */
    public Row except(Audience audience) {
        EnumSet<Audience> left = EnumSet.copyOf(audiences);
        left.remove(audience);
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

    /** What tables have, spreadsheets have too. */
    boolean isFor(Audience audience) {
        return audiences.contains(audience) || audience == Audience.SPREADSHEETS && audiences.contains(Audience.TABLES);
    }
}
