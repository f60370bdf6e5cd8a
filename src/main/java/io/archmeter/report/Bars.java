package io.archmeter.report;

import java.math.BigInteger;

/** Bars out of blocks, the last one in part where the glyphs have parts. */
final class Bars {
    private Bars() {}

    /** Appends a bar of {@code part / longest} of {@code steps}; what is not zero shows, however small it is. */
    static void append(StringBuilder out, Glyphs glyphs, long part, long longest, int steps) {
        if (part == 0) {
            return;
        }
        int parts = glyphs.slivers().length() + 1;
        int length = Math.max(1, length(part, longest, steps * parts));
        out.append(glyphs.block().repeat(length / parts));
        if (length % parts > 0) {
            out.append(glyphs.slivers().charAt(length % parts - 1));
        }
    }

    private static int length(long part, long longest, int steps) {
        BigInteger whole = BigInteger.valueOf(longest);
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(steps))
                .add(whole.shiftRight(1))
                .divide(whole)
                .intValueExact();
    }
}
