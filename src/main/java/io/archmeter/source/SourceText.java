package io.archmeter.source;

import io.archmeter.problem.Span;

/**
 * A text of a file, in whose parts something can be wrong.
 *
 * @param at where its first character stands
 * @param straight whether it stands on one line, so that a column can be counted in it; otherwise its beginning is the place
 *     of all that is wrong in it
 */
public record SourceText(String text, Span at, boolean straight) {
    /** A text on one line. */
    public static SourceText of(String text, Span at) {
        return new SourceText(text, at, true);
    }

    /**
     * Where one of its characters stands.
     *
     * @param offset how many characters (UTF-16 units) come before it
     */
    public Span place(int offset) {
        return straight ? at.plus(offset) : at;
    }

    /**
     * A part of it, with its own place.
     *
     * @param start of its first character, from 0
     * @param end of the first character after it
     */
    public SourceText part(int start, int end) {
        return new SourceText(text.substring(start, end), place(start), straight);
    }
}
