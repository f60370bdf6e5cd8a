package io.archmeter.report;

import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Ruler;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along axes: 1, 2 and 5 times powers of ten; of bytes, powers of two. */
final class RoundNumbers {
    private static final int MOST_STEPS = 4;
    private static final int MOST_STEPS_OF_BYTES = 8;
    private static final int MOST_WORDS = 10;
    private static final String[] COUNT_UNITS = {"", " k", " M", " G", " T", " P", " E"};
    private static final String[] BYTE_UNITS = {" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};

    private RoundNumbers() {}

    /** An axis from zero to the first round number that is not below the largest amount. */
    static Ruler upTo(long largest, Metric.Unit unit) {
        long step = 1;
        while (largest / step + (largest % step == 0 ? 0 : 1) > MOST_STEPS) {
            step = next(step, unit);
        }
        List<Quantity> ticks = new ArrayList<>();
        long tick = 0;
        ticks.add(amount(tick, unit));
        while (tick < largest && tick <= Long.MAX_VALUE - step) {
            tick += step;
            ticks.add(amount(tick, unit));
        }
        if (largest == 0) {
            ticks.add(amount(1, unit));
        }
        return new Ruler(Math.max(1, Math.max(tick, largest)), ticks);
    }

    /**
     * Ticks from zero to the last round number of bytes that is not above the largest: five to nine where that is large enough.
     *
     * @param largest at least 1
     */
    static List<Quantity> bytesUpTo(long largest) {
        long step = 1;
        while (largest / step > MOST_STEPS_OF_BYTES) {
            step *= 2;
        }
        List<Quantity> ticks = new ArrayList<>();
        for (long number = 0; number <= largest / step; number++) {
            ticks.add(amount(number * step, Metric.Unit.BYTES));
        }
        return ticks;
    }

    /**
     * Ticks around amounts for a logarithmic axis. Where there are many, only powers of ten, or of 1024, have words.
     *
     * @param least at least 1
     */
    static List<Quantity> around(long least, long largest, Metric.Unit unit) {
        List<Long> numbers = new ArrayList<>();
        long number = 1;
        while (number < largest || numbers.isEmpty()) {
            long next = next(number, unit);
            if (next > least || next == Long.MAX_VALUE) {
                numbers.add(number);
            }
            number = next;
        }
        numbers.add(number);
        boolean few = numbers.size() <= MOST_WORDS;
        return numbers.stream()
                .map(tick -> few || isWhole(tick, unit) ? amount(tick, unit) : new Quantity(tick, ""))
                .toList();
    }

    /** The round number after one; the largest {@code long} after the last that a {@code long} holds. */
    private static long next(long round, Metric.Unit unit) {
        boolean isTwo = unit == Metric.Unit.COUNT && leadingDigit(round) == 2;
        BigInteger next = BigInteger.valueOf(round)
                .multiply(BigInteger.valueOf(isTwo ? 5 : 2))
                .divide(BigInteger.valueOf(isTwo ? 2 : 1));
        return next.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private static int leadingDigit(long number) {
        return Character.digit(Long.toString(number).charAt(0), 10);
    }

    private static boolean isWhole(long number, Metric.Unit unit) {
        return switch (unit) {
            case COUNT ->
                new BigDecimal(number).stripTrailingZeros().unscaledValue().equals(BigInteger.ONE);
            case BYTES -> Long.numberOfTrailingZeros(number) % 10 == 0;
        };
    }

    /** With no more decimals than a round number needs: {@code 1.5 M}, {@code 512 KiB}. */
    private static Quantity amount(long number, Metric.Unit unit) {
        String[] units = unit == Metric.Unit.COUNT ? COUNT_UNITS : BYTE_UNITS;
        long base = unit == Metric.Unit.COUNT ? 1000 : 1024;
        long size = 1;
        int power = 0;
        while (number / base >= size) {
            size *= base;
            power++;
        }
        String digits = new BigDecimal(number)
                .divide(new BigDecimal(size), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return new Quantity(number, number == 0 ? "0" : digits + units[power]);
    }
}
