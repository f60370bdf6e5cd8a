package io.archmeter.report.svg;

/** Texts in the room that there is for them, by what a letter takes on average: a drawing cannot measure a font. */
final class FittedText {
    /** Pixels of an average letter of the font of pictures, rounded up. */
    static final int LETTER = 7;

    private static final int FEWEST = 2;

    private FittedText() {}

    /** The text, or its begin; nothing where that would say nothing. */
    static String in(long pixels, String text) {
        long letters = pixels / LETTER;
        if (text.codePointCount(0, text.length()) <= letters) {
            return text;
        }
        return letters <= FEWEST ? "" : text.substring(0, text.offsetByCodePoints(0, (int) letters - 1)) + "…";
    }

    /** Whether there is room for all of it. */
    static boolean fits(long pixels, String text) {
        return text.codePointCount(0, text.length()) <= pixels / LETTER;
    }
}
