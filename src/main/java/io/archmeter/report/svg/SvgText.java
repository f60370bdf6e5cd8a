package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;

/** Texts in a drawing, and about how much room they need: fonts differ, and nobody asks for theirs. */
final class SvgText {
    /** Of a letter of 12 pixels; wide ones are rare in names of layers. */
    private static final int LETTER = 7;

    private SvgText() {}

    /** How wide a text is at most, as good as always. */
    static int width(String text) {
        return text.length() * LETTER;
    }

    /** The end of a text that has more letters than there may be: the end of a path tells most. */
    static String end(String text, int letters) {
        return text.length() <= letters ? text : "…" + text.substring(text.length() - letters + 1);
    }

    static void write(Markup svg, String classes, long x, long y, String text) {
        svg.open("text", classes).attribute("x", x).attribute("y", y).text(text).close();
    }
}
