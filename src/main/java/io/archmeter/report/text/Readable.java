package io.archmeter.report.text;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Numbers as people read them. Every digit is computed from whole numbers and rounded half up, so that all machines print the
 * same.
 *
 * <ul>
 *   <li>A count below 10,000 is exact: {@code 4,096}. A larger one has two decimals and the largest unit of k, M, G, T, P and
 *       E (powers of 1000) that keeps it at 1 or above: {@code 23.30 k}, {@code 61.10 M}.
 *   <li>Bytes below 1024 are exact: {@code 512 B}. More have one decimal and the largest unit of KiB, MiB, GiB, TiB, PiB and
 *       EiB (powers of 1024) that keeps them at 1 or above: {@code 1.9 MiB}.
 *   <li>Times have two decimals and the largest unit of ns, µs, ms and s that keeps them at 1 or above; what is less than a
 *       nanosecond is in whole ps.
 *   <li>A number that would round up to a full next unit is written in that unit: 999,999 is {@code 1.00 M}.
 *   <li>Percents have one decimal. Ratios have two, and none from 10,000.
 * </ul>
 *
 * <p>The number of decimals is fixed, and not the number of significant digits, because in a column of numbers that end at the
 * same place the larger one should look larger.
 */
public final class Readable {
    private static final long EXACT_BELOW = 10_000;
    private static final String[] COUNT_UNITS = {"k", "M", "G", "T", "P", "E"};
    private static final String[] TIME_UNITS = {"ns", "µs", "ms", "s"};
    private static final String[] BYTE_UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    /** What stands after a number and belongs to it, and a mark after that. */
    private static final Pattern UNIT = Pattern.compile("(B|bytes|ps|" + String.join("|", COUNT_UNITS) + "|"
            + String.join("|", BYTE_UNITS) + "|" + String.join("|", TIME_UNITS) + ")\\p{Punct}*");

    private Readable() {}

    /**
     * {@code 23.30 k}.
     *
     * @throws IllegalArgumentException where it is negative
     */
    public static String count(long count) {
        requireNotNegative(count);
        return count < EXACT_BELOW ? exact(count) : scaled(count, 1000, 100, COUNT_UNITS);
    }

    /**
     * {@code 1.9 MiB}.
     *
     * @throws IllegalArgumentException where it is negative
     */
    public static String bytes(long bytes) {
        requireNotNegative(bytes);
        return bytes < 1024 ? exact(bytes) + " B" : scaled(bytes, 1024, 10, BYTE_UNITS);
    }

    /**
     * {@code 12.34 µs}.
     *
     * @throws IllegalArgumentException where it is negative
     */
    public static String time(long picoseconds) {
        requireNotNegative(picoseconds);
        return picoseconds < 1000 ? picoseconds + " ps" : scaled(picoseconds, 1000, 100, TIME_UNITS);
    }

    /** All digits, in groups of three: {@code 61,100,840}. */
    public static String exact(long count) {
        return grouped(Long.toString(count));
    }

    private static String grouped(String number) {
        StringBuilder digits = new StringBuilder(number);
        int first = number.startsWith("-") ? 1 : 0;
        for (int place = digits.length() - 3; place > first; place -= 3) {
            digits.insert(place, ',');
        }
        return digits.toString();
    }

    /**
     * {@code 12.5%}.
     *
     * @param part at least 0
     * @param whole at least 1
     */
    public static String percent(long part, long whole) {
        if (HalfUp.isSmall(part, 1000, whole)) {
            return decimals(HalfUp.quotient(part, 1000, whole), 10) + "%";
        }
        BigInteger[] tenths = HalfUp.large(part, 1000, whole).divideAndRemainder(BigInteger.TEN);
        return grouped(tenths[0].toString()) + "." + tenths[1] + "%";
    }

    /**
     * A growth for programs, which need no plus: {@code 12.5%}, {@code -12.5%}.
     *
     * @param before at least 1
     */
    public static String percentChange(long change, long before) {
        return (change < 0 ? "-" : "") + percent(Math.abs(change), before);
    }

    /**
     * {@code 2.26}.
     *
     * @param count at least 0
     * @param other at least 1
     */
    public static String ratio(long count, long other) {
        if (count / other >= EXACT_BELOW) {
            return exact(HalfUp.quotient(count, 1, other));
        }
        return decimals(HalfUp.quotient(count, 100, other), 100);
    }

    /**
     * A number in the largest fitting unit.
     *
     * @param base what a unit has of the next smaller one
     * @param steps into how many parts the last decimal divides one: 10 or 100
     */
    private static String scaled(long number, long base, int steps, String[] units) {
        long unit = base;
        int power = 0;
        long rounded = HalfUp.quotient(number, steps, unit);
        while (rounded >= base * steps && power < units.length - 1) {
            unit *= base;
            power++;
            rounded = HalfUp.quotient(number, steps, unit);
        }
        return decimals(rounded, steps) + " " + units[power];
    }

    /** What was counted in parts of 1/steps, with a point. */
    private static String decimals(long parts, int steps) {
        return exact(parts / steps) + "." + Long.toString(steps + parts % steps).substring(1);
    }

    /** Whether a word is the unit of the number before it. */
    static boolean isUnit(String word) {
        return UNIT.matcher(word).matches();
    }

    private static void requireNotNegative(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("not a count: " + count);
        }
    }
}
