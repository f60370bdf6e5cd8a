package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import java.util.List;
import java.util.Set;

/** What colours mean: a square and a word for each, in as many lines as that takes. */
final class SeriesLegend {
    private static final int LINE = 20;
    private static final int SQUARE = 11;
    private static final int BEFORE_WORD = 17;
    private static final int AFTER_WORD = 18;

    private final List<String> series;
    private final Set<Integer> used;
    private final int left;
    private final int right;

    /** @param used the numbers of the colours that are there, in order */
    SeriesLegend(List<String> series, Set<Integer> used, int left, int right) {
        this.series = series;
        this.used = used;
        this.left = left;
        this.right = right;
    }

    int height() {
        return LINE * lines() + 4;
    }

    private int lines() {
        int x = left;
        int lines = 1;
        for (int number : used) {
            if (x > left && x + width(number) > right) {
                x = left;
                lines++;
            }
            x += width(number);
        }
        return lines;
    }

    private int width(int number) {
        return BEFORE_WORD + SvgText.width(series.get(number)) + AFTER_WORD;
    }

    void draw(Markup svg) {
        int x = left;
        int y = LINE;
        for (int number : used) {
            if (x > left && x + width(number) > right) {
                x = left;
                y += LINE;
            }
            swatch(svg, number, 0, x, y - SQUARE + 1);
            SvgText.write(svg, "label", x + (long) BEFORE_WORD, y, series.get(number));
            x += width(number);
        }
        svg.line();
    }

    /** A square of a colour. */
    static void swatch(Markup svg, int series, int tone, int x, int y) {
        svg.open("rect", "block series-" + series + " tone-" + tone)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", SQUARE)
                .attribute("height", SQUARE)
                .attribute("rx", 2)
                .closeEmpty();
    }
}
