package io.archmeter.report.text;

/** Texts that are too long for their place. */
public final class Shortened {
    private Shortened() {}

    /** A text in at most {@code width} columns: its begin and its end, which is what tells paths of layers apart. */
    public static String inTheMiddle(String text, int width, Glyphs glyphs) {
        if (DisplayWidth.of(text) <= width) {
            return text;
        }
        int room = width - DisplayWidth.of(glyphs.ellipsis());
        if (room < 2) {
            return begin(text, width);
        }
        return begin(text, room - room / 2) + glyphs.ellipsis() + end(text, room / 2);
    }

    /** The same of a sentence: its begin, which tells most of it. */
    public static String atTheEnd(String text, int width, Glyphs glyphs) {
        if (DisplayWidth.of(text) <= width) {
            return text;
        }
        int room = width - DisplayWidth.of(glyphs.ellipsis());
        return room < 1 ? begin(text, width) : begin(text, room).stripTrailing() + glyphs.ellipsis();
    }

    private static String begin(String text, int width) {
        int room = width;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            room -= DisplayWidth.of(point);
            if (room < 0) {
                break;
            }
            at += Character.charCount(point);
        }
        return text.substring(0, at);
    }

    private static String end(String text, int width) {
        int room = width;
        int at = text.length();
        while (at > 0) {
            int point = text.codePointBefore(at);
            room -= DisplayWidth.of(point);
            if (room < 0) {
                break;
            }
            at -= Character.charCount(point);
        }
        // A mark without the letter that it belongs to would change the ellipsis.
        while (at < text.length() && DisplayWidth.of(text.codePointAt(at)) == 0) {
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(at);
    }
}
