package io.archmeter.report.text;

/** What others have written, made fit for a line on a terminal. */
public final class PlainText {
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /** A text without controls: a name must neither break the line nor steer the terminal. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(Character.isWhitespace(c) ? ' ' : isControl(c) ? REPLACEMENT : c);
        }
        return safe.toString();
    }

    /** The last two ranges turn the direction of what follows, so that a name could disguise the cells beside it. */
    private static boolean isControl(char c) {
        return c < ' '
                || (c >= 0x7F && c < 0xA0)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
