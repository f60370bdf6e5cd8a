package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.Key;
import io.archmeter.report.picture.Paint;
import java.util.List;

/** Writes the elements that charts are made of. */
final class ChartPen {
    private static final int SWATCH = 11;
    private static final int BETWEEN_KEYS = 18;

    private final Markup svg;

    ChartPen(Markup svg) {
        this.svg = svg;
    }

    /** A text whose base line is at y; the classes say whether x is its begin, middle or end. */
    void text(String classes, long x, long y, String text) {
        svg.open("text", classes).attribute("x", x).attribute("y", y).text(text).close();
    }

    /** A text from below upwards, which ends at a point. */
    void textUpTo(String classes, long x, long y, String text) {
        svg.open("text", classes)
                .attribute("transform", "translate(" + x + " " + y + ") rotate(-90)")
                .text(text)
                .close();
    }

    void line(String classes, long fromX, long fromY, long toX, long toY) {
        svg.open("path", classes)
                .attribute("d", "M" + fromX + " " + fromY + "L" + toX + " " + toY)
                .closeEmpty();
    }

    /** A rectangle that says what it is to who points at it. */
    void box(String classes, long x, long y, long width, long height, String words) {
        svg.open("rect", classes)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height)
                .element("title", words)
                .close();
    }

    /** A disc that says what it is to who points at it. */
    void disc(String classes, long x, long y, long radius, String words) {
        svg.open("circle", classes)
                .attribute("cx", x)
                .attribute("cy", y)
                .attribute("r", radius)
                .element("title", words)
                .close();
    }

    void newLine() {
        svg.line();
    }

    /** What colours stand for, in lines that are no longer than the room: from the left, the first base line at y. */
    void keys(List<Key> keys, long left, long y, int room) {
        long x = left;
        long line = y;
        for (Key key : keys) {
            long width = SWATCH + 5 + Letters.width(key.words());
            if (x > left && x + width > left + room) {
                x = left;
                line += Letters.LINE;
            }
            svg.open("rect", classOf(key.paint()))
                    .attribute("x", x)
                    .attribute("y", line - SWATCH + 1)
                    .attribute("width", SWATCH)
                    .attribute("height", SWATCH)
                    .attribute("rx", 2)
                    .closeEmpty();
            text("label", x + SWATCH + 5, line, key.words());
            x += width + BETWEEN_KEYS;
        }
        newLine();
    }

    /** How many lines {@link #keys} takes. */
    static int linesOf(List<Key> keys, int room) {
        long x = 0;
        int lines = keys.isEmpty() ? 0 : 1;
        for (Key key : keys) {
            long width = SWATCH + 5 + Letters.width(key.words());
            if (x > 0 && x + width > room) {
                x = 0;
                lines++;
            }
            x += width + BETWEEN_KEYS;
        }
        return lines;
    }

    /** The class of a colour in {@code picture.css}. */
    static String classOf(Paint paint) {
        return switch (paint.sort()) {
            case SERIES -> "series-" + paint.number();
            case HEAT -> "heat-" + paint.number();
            case REST -> "series-rest";
        };
    }

    /** The class of a text on a colour: as light as the paper on what is dark, and the other way round. */
    static String classOn(Paint paint) {
        boolean pale = paint.sort() == Paint.Sort.HEAT && paint.number() < 4;
        return pale ? "on-pale" : "on-full";
    }
}
