package io.archmeter.report.svg;

/** Texts in the room that there is for them, by what a letter takes on average: a drawing cannot measure a font. */
final class FittedText {
    /** Pixels of an average letter of the font of pictures, rounded up. */
    static final int LETTER = 7;

    private static final int FEWEST = 4;

    private FittedText() {}

    /** The text, or its begin and its end, which tells siblings from each other; nothing where that would say nothing. */
    static String in(long pixels, String text) {
        if (fits(pixels, text)) {
            return text;
        }
        int letters = (int) Math.min(Integer.MAX_VALUE, pixels / LETTER);
        if (letters <= FEWEST) {
            return "";
        }
        int end = (letters - 1) / 2;
        int begin = letters - 1 - end;
        return text.substring(0, text.offsetByCodePoints(0, begin)) + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -end));
    }

    /** Whether there is room for all of it. */
    static boolean fits(long pixels, String text) {
        return text.codePointCount(0, text.length()) <= pixels / LETTER;
    }
}
