package io.archmeter.report.svg;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Places of amounts along an axis, in whole pixels, so that all machines draw the same. */
final class AxisScale {
    private static final int STEPS_OF_TEN_TIMES = 1000;

    private AxisScale() {}

    /**
     * Where an amount lies on a scale on which ten times as much is always as far.
     *
     * @param amount from the first to the last
     * @param first at least 1
     * @param last more than the first
     * @param room pixels from the first to the last
     */
    static long logarithmic(long amount, long first, long last, int room) {
        return Scale.position(thousandths(amount) - thousandths(first), thousandths(last) - thousandths(first), room);
    }

    /**
     * The logarithm to base 10, in thousandths, rounded down: so many digits its thousandth power has after the first.
     *
     * @param amount at least 1
     */
    static long thousandths(long amount) {
        return BigInteger.valueOf(amount).pow(STEPS_OF_TEN_TIMES).toString().length() - 1L;
    }

    /** The first and the last of some things, and so many between them that none is left out unevenly. */
    static <T> List<T> few(List<T> all, int most) {
        int last = all.size() - 1;
        int step = 1;
        while (last / step + 1 > most || last % step != 0 && step < last) {
            step++;
        }
        List<T> few = new ArrayList<>();
        for (int i = 0; i <= last; i += step) {
            few.add(all.get(i));
        }
        return few;
    }
}
