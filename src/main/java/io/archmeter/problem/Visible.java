package io.archmeter.problem;

/**
 * What others have written, made fit for a line that people read: names of files and layers, arguments, parts of files. What cannot be
 * seen is written as its code, {@code \}{@code u202e}, so that it neither breaks the line, which a build takes for a command of its own where
 * it begins with {@code ::}, nor steers the terminal, nor makes one name look like another.
 *
 * @since 0.2.0
 */
public final class Visible {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private Visible() {}

    /** The text, with codes in place of what cannot be seen. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mayBeHidden(text.charAt(i))) {
                return written(text);
            }
        }
        return text;
    }

    private static String written(String text) {
        StringBuilder visible = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int end = i + Character.charCount(point);
            if (isHidden(point)) {
                for (; i < end; i++) {
                    append(text.charAt(i), visible);
                }
            } else {
                visible.appendCodePoint(point);
                i = end;
            }
        }
        return visible.toString();
    }

    private static void append(char unit, StringBuilder visible) {
        visible.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            visible.append(DIGITS[unit >> shift & 0xF]);
        }
    }

    /** Most texts are of letters alone. */
    private static boolean mayBeHidden(char unit) {
        return unit < ' ' || unit >= 0x7F && (Character.isSurrogate(unit) || isHidden(unit));
    }

    /**
     * Whether a character has no look of its own: controls, ends of lines, what turns the direction of the text, joiners and other format
     * characters (Unicode's general categories Cc, Zl, Zp and Cf), and halves of pairs.
     */
    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
