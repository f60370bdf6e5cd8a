package io.archmeter.report.writer;

import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.HalfUp;
import io.archmeter.report.text.Page;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import io.archmeter.report.text.Shortened;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns over steps, with the largest number beside them and the names of the stretches below:
 *
 * <pre>
 * 1.3 MiB ▅█▃
 *         ███▂
 *     0 B ████
 *         ────
 *         forward
 *          ^ features.0
 * </pre>
 */
final class TextChart {
    private static final int HEIGHT = 8;
    private static final int WIDTH_OF_A_FILE = 100;

    private final Detail.Chart chart;
    private final Glyphs glyphs;
    private final Colours colours;
    private final int width;
    private final String top;
    private final String bottom;
    private final ChartColumns columns;

    private TextChart(Detail.Chart chart, Page page) {
        this.chart = chart;
        this.glyphs = page.glyphs();
        this.colours = new Colours(page.coloured());
        this.top = words(chart.largest());
        this.bottom = words(0);
        this.width = page.width().orElse(WIDTH_OF_A_FILE) - top.length() - 1;
        this.columns = ChartColumns.of(chart, room());
    }

    private String words(long number) {
        return chart.bytes() ? Readable.bytes(number) : Readable.count(number);
    }

    static List<String> lines(Detail.Chart chart, Page page) {
        return new TextChart(chart, page).lines();
    }

    /** How many columns there is room for: the last label may begin at the last of them. */
    private int room() {
        int stretches = chart.stretches().size();
        int overhang = chart.stretches().get(stretches - 1).label().length() - 1;
        return Math.max(stretches, width - (stretches - 1) - overhang);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int row = HEIGHT; row > 0; row--) {
            lines.add(line(row == HEIGHT ? top : row == 1 ? bottom : "", bars(row)));
        }
        lines.add(line("", String.valueOf(glyphs.rule()).repeat(columns.values().size())));
        lines.add(line("", labels()));
        lines.add(line("", mark()));
        return lines;
    }

    private String line(String left, String right) {
        return (" ".repeat(top.length() - left.length()) + left + " " + right).stripTrailing();
    }

    /** One row of all columns, counted from the bottom; the last row of a column in part where the glyphs have parts. */
    private String bars(int row) {
        int parts = glyphs.rises().length() + 1;
        StringBuilder line = new StringBuilder();
        for (long value : columns.values()) {
            int height = value == 0
                    ? 0
                    : (int) Math.max(1, HalfUp.quotient(value, HEIGHT * parts, Math.max(1, chart.largest())));
            int left = height - (row - 1) * parts;
            line.append(
                    left <= 0
                            ? " "
                            : left >= parts ? glyphs.block() : glyphs.rises().substring(left - 1, left));
        }
        return colours.of(Tone.DRAWN, line.toString().stripTrailing());
    }

    private String labels() {
        StringBuilder line = new StringBuilder();
        for (int stretch = 0; stretch < chart.stretches().size(); stretch++) {
            line.append(line.isEmpty() ? "" : " ");
            line.append(" ".repeat(Math.max(0, columns.begins().get(stretch) - line.length())));
            line.append(chart.stretches().get(stretch).label());
        }
        return line.toString();
    }

    /** Below the column that is marked, the label on the side where it has room. */
    private String mark() {
        String label = PlainText.of(chart.mark().label());
        int at = columns.marked();
        int length = DisplayWidth.of(label);
        if (at + 2 + length > width && at > length) {
            return " ".repeat(at - length - 1) + label + " ^";
        }
        String shown = Shortened.inTheMiddle(label, Math.max(1, width - at - 2), glyphs);
        return " ".repeat(at) + "^ " + shown;
    }
}
