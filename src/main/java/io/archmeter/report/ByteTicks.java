package io.archmeter.report;

import io.archmeter.report.picture.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Round numbers of bytes for a scale: multiples of a power of two, four to eight of them beside zero where that many are there, in exact words: {@code 1.25 MiB}. */
final class ByteTicks {
    private static final int MOST = 8;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final int BITS_OF_A_UNIT = 10;

    private ByteTicks() {}

    /**
     * Those from zero to the largest number.
     *
     * @param largest at least 1
     */
    static List<Quantity> upTo(long largest) {
        long step = 1;
        while (largest / step > MOST) {
            step *= 2;
        }
        List<Quantity> ticks = new ArrayList<>();
        for (long number = 0; number <= largest / step; number++) {
            ticks.add(new Quantity(number * step, words(number * step)));
        }
        return ticks;
    }

    /** A multiple of a quarter of its unit, as all ticks are. */
    private static String words(long bytes) {
        int unit = 0;
        while (unit + 1 < UNITS.length && bytes >> BITS_OF_A_UNIT * (unit + 1) > 0) {
            unit++;
        }
        long hundredths = unit == 0 ? 100 * bytes : 100 * (bytes >> BITS_OF_A_UNIT * (unit - 1)) >> BITS_OF_A_UNIT;
        String decimals = hundredths % 100 == 0
                ? ""
                : "." + Long.toString(100 + hundredths % 100).substring(1);
        return hundredths / 100 + (decimals.endsWith("0") ? decimals.substring(0, 2) : decimals) + " " + UNITS[unit];
    }
}
