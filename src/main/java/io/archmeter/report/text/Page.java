package io.archmeter.report.text;

import java.util.OptionalInt;

/**
 * What a text is written on.
 *
 * @param width how many columns a line may have; empty where lines may have any length
 */
public record Page(Glyphs glyphs, OptionalInt width) {
    /** A file, or whatever else takes any character and any length. */
    public static final Page ENDLESS = new Page(Glyphs.UNICODE, OptionalInt.empty());

    /** Whether a line of so many columns fits. */
    public boolean fits(int columns) {
        return width.isEmpty() || columns <= width.getAsInt();
    }
}
