package io.archmeter.report.text;

/** A text that has to stay on one line of a terminal. */
public final class OneLine {
    private OneLine() {}

    /** The text without controls, in at most {@code width} columns. */
    public static String of(String text, int width, Glyphs glyphs) {
        return Shortened.inTheMiddle(PlainText.of(text), width, glyphs);
    }
}
