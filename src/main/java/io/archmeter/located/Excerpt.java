package io.archmeter.located;

/** The beginning of a text that may be a megabyte long, as a problem shows it. */
public final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    public static String of(String text) {
        return of(text, LONGEST);
    }

    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
