package io.archmeter.report.text;

/** Bars out of blocks, the last one in part where the glyphs have parts. */
public final class Bars {
    private Bars() {}

    /**
     * Appends a bar of {@code part / longest} of {@code steps}; what is not zero shows, however small it is.
     *
     * @param part from 0 to {@code longest}
     * @param steps how many characters the longest bar has
     */
    public static void append(StringBuilder out, Glyphs glyphs, long part, long longest, int steps) {
        if (part == 0) {
            return;
        }
        int parts = glyphs.slivers().length() + 1;
        int length = (int) Math.max(1, HalfUp.quotient(part, steps * parts, longest));
        out.append(glyphs.block().repeat(length / parts));
        if (length % parts > 0) {
            out.append(glyphs.slivers().charAt(length % parts - 1));
        }
    }
}
