package io.archmeter.spec;

/** The beginning of a text that may be a megabyte long, as a problem shows it. */
final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
