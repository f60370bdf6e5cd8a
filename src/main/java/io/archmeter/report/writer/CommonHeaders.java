package io.archmeter.report.writer;

import io.archmeter.report.document.Column;
import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.text.Glyphs;
import java.util.ArrayList;
import java.util.List;

/** Headers that neighbours have in common, in a text: a line above the headers of single columns. */
final class CommonHeaders {
    private static final int GAP = 2;

    /** On both sides of the words, with a blank: {@code ── parameters ──}. */
    private static final int FRAME = 4;

    /** Columns beside each other with the same above them. */
    private record Run(String above, List<Integer> columns) {
        int width(int[] widths) {
            int width = GAP * (columns.size() - 1);
            for (int column : columns) {
                width += widths[column];
            }
            return width;
        }
    }

    private CommonHeaders() {}

    /** Most tables have none. */
    private static boolean areIn(List<Column> columns) {
        for (Column column : columns) {
            if (!column.above().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<Run> runs(List<Column> columns, List<Integer> shown) {
        List<Run> runs = new ArrayList<>();
        for (int column : shown) {
            String above = columns.get(column).above();
            if (runs.isEmpty() || !runs.get(runs.size() - 1).above().equals(above)) {
                runs.add(new Run(above, new ArrayList<>()));
            }
            runs.get(runs.size() - 1).columns().add(column);
        }
        return runs;
    }

    /** The same widths, but that all have room for what is above them, even when their bars have left. */
    static int[] widened(int[] widths, List<Column> columns) {
        if (!areIn(columns)) {
            return widths;
        }
        List<Integer> staying = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            if (columns.get(column).kind() != Column.Kind.BAR && widths[column] > 0) {
                staying.add(column);
            }
        }
        int[] enough = widths.clone();
        for (Run run : runs(columns, staying)) {
            int wanted = run.above().isEmpty() ? 0 : DisplayWidth.of(run.above()) + FRAME;
            int first = run.columns().get(0);
            enough[first] += Math.max(0, wanted - run.width(widths));
        }
        return enough;
    }

    /** Empty where no column has anything above its header. */
    static String line(List<Column> columns, GridFit fit, Glyphs glyphs) {
        if (!areIn(columns)) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        String gap = "";
        for (Run run : runs(columns, fit.columns())) {
            line.append(gap);
            gap = " ".repeat(GAP);
            int width = run.width(fit.widths());
            String words = run.above().isEmpty() ? "" : " " + glyphs.translate(run.above()) + " ";
            int free = Math.max(0, width - DisplayWidth.of(words));
            String rule = run.above().isEmpty() ? " " : String.valueOf(glyphs.rule());
            line.append(rule.repeat(free / 2)).append(words).append(rule.repeat(free - free / 2));
        }
        return line.toString().stripTrailing();
    }
}
