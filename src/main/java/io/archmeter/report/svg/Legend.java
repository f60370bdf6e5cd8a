package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.Key;
import java.util.List;

/** What colours stand for: a square and some words for each, in lines that are no longer than the room. */
final class Legend {
    private static final int SQUARE = 11;
    private static final int BEFORE_WORDS = SQUARE + 5;
    private static final int AFTER_WORDS = 18;
    private static final int BASELINE = 12;

    private final List<Entry> entries;
    private final int left;
    private final int room;

    /** @param left where its lines begin */
    Legend(List<Entry> entries, int left, int room) {
        this.entries = List.copyOf(entries);
        this.left = left;
        this.room = room;
    }

    /** @param classes of the square, which give it its colour */
    record Entry(String classes, String words) {
        private int width() {
            return BEFORE_WORDS + Letters.width(words);
        }
    }

    static Legend of(List<Key> keys, int room) {
        List<Entry> entries = keys.stream()
                .map(key -> new Entry(PaintClass.of(key.paint()), key.words()))
                .toList();
        return new Legend(entries, 0, room);
    }

    int height() {
        int x = 0;
        int lines = entries.isEmpty() ? 0 : 1;
        for (Entry entry : entries) {
            if (isTooLong(entry, x)) {
                x = 0;
                lines++;
            }
            x += entry.width() + AFTER_WORDS;
        }
        return lines * Letters.LINE;
    }

    private boolean isTooLong(Entry entry, int x) {
        return x > 0 && x + entry.width() > room;
    }

    /** Draws it at the upper edge. */
    void draw(Markup svg) {
        int x = 0;
        int y = BASELINE;
        for (Entry entry : entries) {
            if (isTooLong(entry, x)) {
                x = 0;
                y += Letters.LINE;
            }
            drawSquare(svg, entry.classes(), left + x, y);
            Pen.text(svg, "label", (long) left + x + BEFORE_WORDS, y, entry.words());
            x += entry.width() + AFTER_WORDS;
        }
        svg.line();
    }

    /** Draws a square before a text whose base line is at y. */
    static void drawSquare(Markup svg, String classes, int x, int y) {
        svg.open("rect", classes)
                .attribute("x", x)
                .attribute("y", y - SQUARE + 1)
                .attribute("width", SQUARE)
                .attribute("height", SQUARE)
                .attribute("rx", 2)
                .closeEmpty();
    }
}
