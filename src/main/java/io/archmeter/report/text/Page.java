package io.archmeter.report.text;

import java.util.OptionalInt;

/**
 * What an answer is written on, and for whom.
 *
 * @param width how many columns a line may have; empty where lines may have any length
 * @param coloured whether it is a terminal that shows colours
 * @param explained whether notes say what words mean
 * @param forSpreadsheet whether a file of values is opened in a spreadsheet, and not read by a program
 */
public record Page(Glyphs glyphs, OptionalInt width, boolean coloured, boolean explained, boolean forSpreadsheet) {
    /** A file, or whatever else takes any character and any length. */
    public static final Page ENDLESS = new Page(Glyphs.UNICODE, OptionalInt.empty());

    /** One for a text with its notes. */
    public Page(Glyphs glyphs, OptionalInt width) {
        this(glyphs, width, false, true, false);
    }

    /** The same, with what is worse, better or wrong in colours. */
    public Page inColour() {
        return new Page(glyphs, width, true, explained, forSpreadsheet);
    }

    /** The same for a reader who knows the words: what is left are the numbers, and what was found. */
    public Page withoutNotes() {
        return new Page(glyphs, width, coloured, false, forSpreadsheet);
    }

    /**
     * The same, for a spreadsheet: a file of values begins with the mark by which Excel knows UTF-8, and a text in it that looks like a number
     * or a date stays a text.
     */
    public Page inSpreadsheet() {
        return new Page(glyphs, width, coloured, explained, true);
    }

    /** Whether a line of so many columns fits. */
    public boolean fits(int columns) {
        return width.isEmpty() || columns <= width.getAsInt();
    }
}
