package io.archmeter.layout;

import java.util.List;

/**
 * Where things stand.
 *
 * @param rows the row of each box, from 0
 * @param centres the middle of each box, in pixels from the left
 * @param ways how each line passes the rows between its boxes, from top to bottom
 * @param height how many rows there are
 * @param width in pixels, with all boxes and lines
 */
public record Layout(List<Integer> rows, List<Integer> centres, List<List<Stretch>> ways, int height, int width) {
    public Layout {
        rows = List.copyOf(rows);
        centres = List.copyOf(centres);
        ways = List.copyOf(ways);
    }

    /**
     * A line goes straight down through some rows.
     *
     * @param x in pixels from the left
     * @param first the first of these rows
     * @param last the last of these rows
     */
    public record Stretch(int x, int first, int last) {
        public Stretch {
            if (last < first) {
                throw new IllegalArgumentException("rows go down, not from " + first + " to " + last);
            }
        }
    }

    /** Lays out a sheet: the same sheet always in the same way. */
    public static Layout of(Sheet sheet) {
        int[] rows = Rows.of(sheet);
        Threads threads = new Threads(sheet, rows);
        Grid grid = new Grid(sheet, rows, threads);
        Crossings.reduce(grid, !sheet.top().isEmpty());
        Columns columns = new Columns(grid);
        return new Ways(sheet, rows, threads, grid, columns.centres()).layout();
    }
}
