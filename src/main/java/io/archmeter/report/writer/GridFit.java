package io.archmeter.report.writer;

import io.archmeter.report.document.Column;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which columns of a table a page has room for, and how wide they are. Columns that may leave come back as long as there is room, those that
 * leave last first, so that nothing is missing that would fit beside whole names, and some words of a sentence. If the others are too
 * wide, names and sentences are shortened, and then the last columns leave. A number is never cut, because half of it would be a wrong one.
 *
 * @param columns the numbers of the columns that are shown
 * @param left the headers of those that are not
 * @param widths by the number of the column
 * @param wanted how wide a page has to be to show all columns whole
 */
record GridFit(List<Integer> columns, List<String> left, int[] widths, int wanted) {
    private static final int GAP = 2;
    private static final int SHORTEST_NAME = 12;

    /** Of a sentence; what comes after it is worth less than another column. */
    private static final int ENOUGH_WORDS = 24;

    /** A table has at least a name and a number. */
    private static final int FEWEST = 2;

    static GridFit of(List<Column> columns, int[] naturalWidths, Page page) {
        List<Integer> all = Table.shown(columns, Format.TEXT);
        List<Integer> staying = new ArrayList<>();
        TreeSet<Integer> orders = new TreeSet<>();
        for (int column : all) {
            int order = columns.get(column).leaves();
            orders.add(order);
            if (order <= 0) {
                staying.add(column);
            }
        }
        List<Integer> shown = staying;
        int[] widths = shortened(columns, shown, naturalWidths, page);
        while (!page.fits(total(shown, widths)) && shown.size() > FEWEST && mayLeave(shown, columns)) {
            shown = shown.subList(0, shown.size() - 1);
        }
        widths = shortened(columns, shown, naturalWidths, page);
        for (int column : staying) {
            shown = withRoom(List.of(column), shown, widths, page);
        }
        for (int order : orders.descendingSet()) {
            // A count and its ratio have the same order, and leave together.
            shown = withRoom(ofOrder(order, all, columns), shown, withEnoughWords(columns, widths), page);
        }
        widths = shortened(columns, shown, naturalWidths, page);
        if (!page.fits(total(shown, widths)) && areAskedFor(columns)) {
            // Shorter names would not make room for what stays.
            widths = naturalWidths;
        }
        return new GridFit(shown, left(all, shown, columns), widths, total(all, naturalWidths));
    }

    /** Whether the last one was not asked for. */
    private static boolean mayLeave(List<Integer> shown, List<Column> columns) {
        return columns.get(shown.get(shown.size() - 1)).leaves() != Column.STAYING;
    }

    private static boolean areAskedFor(List<Column> columns) {
        return columns.stream().allMatch(column -> column.leaves() == Column.STAYING);
    }

    /** With more columns, if there is room for all of them. */
    private static List<Integer> withRoom(List<Integer> more, List<Integer> shown, int[] widths, Page page) {
        TreeSet<Integer> together = new TreeSet<>(shown);
        together.addAll(more);
        List<Integer> larger = List.copyOf(together);
        return page.fits(total(larger, widths)) ? larger : List.copyOf(shown);
    }

    private static List<Integer> ofOrder(int order, List<Integer> all, List<Column> columns) {
        List<Integer> ofOrder = new ArrayList<>();
        for (int column : all) {
            if (columns.get(column).leaves() == order) {
                ofOrder.add(column);
            }
        }
        return ofOrder;
    }

    /** A column is not missed where another one of that name is shown, or where it has no name. */
    private static List<String> left(List<Integer> all, List<Integer> shown, List<Column> columns) {
        Set<String> seen = new HashSet<>();
        for (int column : shown) {
            seen.add(columns.get(column).words());
            seen.add(columns.get(column).wholeHeader());
        }
        Set<String> left = new LinkedHashSet<>();
        for (int number : all) {
            Column column = columns.get(number);
            String header = seen.contains(column.words()) ? column.wholeHeader() : column.words();
            if (!header.isEmpty() && !seen.contains(header)) {
                left.add(header);
            }
        }
        return List.copyOf(left);
    }

    private static int[] withEnoughWords(List<Column> columns, int[] widths) {
        int[] enough = widths.clone();
        for (int column = 0; column < enough.length; column++) {
            if (columns.get(column).kind() == Column.Kind.PHRASE) {
                enough[column] = Math.min(enough[column], ENOUGH_WORDS);
            }
        }
        return enough;
    }

    private static int[] shortened(List<Column> columns, List<Integer> shown, int[] naturalWidths, Page page) {
        int[] widths = naturalWidths.clone();
        for (int column : shown) {
            Column.Kind kind = columns.get(column).kind();
            if ((kind == Column.Kind.NAME || kind == Column.Kind.PHRASE) && !page.fits(total(shown, widths))) {
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

    private static int total(List<Integer> shown, int[] widths) {
        int total = GAP * Math.max(0, shown.size() - 1);
        for (int column : shown) {
            total += widths[column];
        }
        return total;
    }
}
