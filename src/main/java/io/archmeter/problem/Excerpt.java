package io.archmeter.problem;

/**
 * The beginning of a text that may be a megabyte long, as a problem shows it.
 *
 * @since 0.1.0
 */
public final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    /** As much of it as a sentence bears. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /**
     * The whole text, or its beginning and an ellipsis.
     *
     * @param longest how many characters (UTF-16 units) of it there may be
     */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
