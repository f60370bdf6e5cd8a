package io.archmeter.report.svg;

/**
 * How much room texts take, in pixels, where letters have the size of {@code picture.css}. No two machines have the same font:
 * these are numbers at which a wide one, DejaVu Sans, still fits.
 */
final class Letters {
    /** From a line to the next. */
    static final int LINE = 18;

    private static final int WIDTH = 7;
    private static final int WIDE = 13;

    /** From here on, scripts of East Asia, whose letters are square: Hangul Jamo is the first. */
    private static final int FIRST_WIDE = 0x1100;

    private static final String ELLIPSIS = "…";

    private Letters() {}

    static int width(String text) {
        return text.codePoints()
                .map(letter -> letter >= FIRST_WIDE && letter < 0x2000 || letter >= 0x2E80 ? WIDE : WIDTH)
                .sum();
    }

    /** The widest of several texts, but no more than a bound. */
    static int widest(Iterable<String> texts, int most) {
        int widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, width(text));
        }
        return Math.min(widest, most);
    }

    /** The end of a text that is too long: of the path of a layer it tells most. */
    static String endOf(String text, int room) {
        if (width(text) <= room) {
            return text;
        }
        int begin = 0;
        while (begin < text.length() && width(ELLIPSIS + text.substring(begin)) > room) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        return ELLIPSIS + text.substring(begin);
    }
}
