package io.archmeter.report.workbook;

/** What a cell means to its reader. Its words or its sign say the same, for who does not see the colour. */
public enum Look {
    PLAIN("", ""),
    BAD("FFB3261E", ""),
    WARNING("FF8A5A00", ""),
    GOOD("FF1B6E3C", ""),
    /** A part of it is not known. */
    UNKNOWN("FF8A5A00", "FFFFF4D6");

    private final String colour;
    private final String fill;

    /** Colours as ARGB; empty for the reader's own. */
    Look(String colour, String fill) {
        this.colour = colour;
        this.fill = fill;
    }

    String colour() {
        return colour;
    }

    String fill() {
        return fill;
    }
}
