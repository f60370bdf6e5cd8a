package io.archmeter.report.writer;

import io.archmeter.report.document.Detail;
import java.util.ArrayList;
import java.util.List;

/**
 * What the columns of a chart show. Where there is room, a step has several; where there is not, a column is the largest of
 * several steps.
 *
 * @param values of all columns; between stretches there is an empty one
 * @param begins the first column of each stretch
 * @param marked the first column of the step that is marked
 */
record ChartColumns(List<Long> values, List<Integer> begins, int marked) {
    private static final int WIDEST_STEP = 4;

    static ChartColumns of(Detail.Chart chart, int room) {
        int steps = chart.steps();
        int wide = Math.min(WIDEST_STEP, Math.max(1, room / steps));
        List<Long> values = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        int marked = 0;
        for (Detail.Stretch stretch : chart.stretches()) {
            if (!begins.isEmpty()) {
                values.add(0L);
            }
            int size = stretch.values().size();
            int columns = steps <= room ? size * wide : (int) Math.max(1, (long) size * room / steps);
            if (begins.size() == chart.mark().stretch()) {
                marked = values.size() + columnOf(chart.mark().step(), size, columns);
            }
            begins.add(values.size());
            for (int column = 0; column < columns; column++) {
                values.add(largest(stretch.values(), column, columns));
            }
        }
        return new ChartColumns(values, begins, marked);
    }

    private static long largest(List<Long> values, int column, int columns) {
        int begin = begin(column, values.size(), columns);
        int end = Math.max(begin + 1, begin(column + 1, values.size(), columns));
        return values.subList(begin, end).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    /** The first step that a column shows. */
    private static int begin(int column, int steps, int columns) {
        return (int) ((long) column * steps / columns);
    }

    /** The first column that shows a step. */
    private static int columnOf(int step, int steps, int columns) {
        int column = 0;
        while (begin(column, steps, columns) < step && begin(column + 1, steps, columns) <= step) {
            column++;
        }
        return column;
    }
}
