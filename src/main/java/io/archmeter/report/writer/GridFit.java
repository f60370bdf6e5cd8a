package io.archmeter.report.writer;

import io.archmeter.report.document.Column;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which columns of a table a page has room for, and how wide they are: first the columns leave in their order, then names are
 * shortened; what is still too wide runs over the edge, because half a number would be a wrong one.
 *
 * @param columns the numbers of the columns that are shown
 * @param left the headers of those that are not
 * @param widths by the number of the column
 */
record GridFit(List<Integer> columns, List<String> left, int[] widths) {
    private static final int GAP = 2;
    private static final int SHORTEST_NAME = 12;

    static GridFit of(List<Column> columns, int[] naturalWidths, Page page) {
        List<Integer> shown = new ArrayList<>(Table.shown(columns, Format.TEXT));
        List<String> left = new ArrayList<>();
        while (!page.fits(total(shown, naturalWidths))) {
            int next = nextToLeave(columns, shown);
            if (next == 0) {
                break;
            }
            // A count and its ratio have the same order, and leave together.
            shown.stream()
                    .filter(column -> columns.get(column).leaves() == next)
                    .forEach(column -> left.add(columns.get(column).header()));
            shown.removeIf(column -> columns.get(column).leaves() == next);
        }
        // What still has a column of that name is not missed.
        left.removeIf(header ->
                shown.stream().anyMatch(column -> columns.get(column).header().equals(header)));
        return new GridFit(List.copyOf(shown), List.copyOf(left), shortened(columns, shown, naturalWidths, page));
    }

    /** The lowest order among the columns that may leave, 0 where there is none. */
    private static int nextToLeave(List<Column> columns, List<Integer> shown) {
        return shown.stream()
                .mapToInt(column -> columns.get(column).leaves())
                .filter(order -> order > 0)
                .min()
                .orElse(0);
    }

    private static int[] shortened(List<Column> columns, List<Integer> shown, int[] naturalWidths, Page page) {
        int[] widths = naturalWidths.clone();
        for (int column : shown) {
            if (columns.get(column).kind() == Column.Kind.NAME && !page.fits(total(shown, widths))) {
                int surplus = total(shown, widths) - page.width().getAsInt();
                int shortest = Math.min(widths[column], SHORTEST_NAME);
                widths[column] = Math.max(shortest, widths[column] - surplus);
            }
        }
        return widths;
    }

    int width(int column) {
        return widths[column];
    }

    /** The width of the table. */
    int total() {
        return total(columns, widths);
    }

    List<String> note() {
        if (left.isEmpty()) {
            return List.of();
        }
        return List.of("columns left out: " + left.stream().distinct().collect(Collectors.joining(", "))
                + "; widen the terminal or use --format csv");
    }

    private static int total(List<Integer> shown, int[] widths) {
        return shown.stream().mapToInt(column -> widths[column]).sum() + GAP * Math.max(0, shown.size() - 1);
    }
}
