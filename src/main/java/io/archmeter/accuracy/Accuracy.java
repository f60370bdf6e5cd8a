package io.archmeter.accuracy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many of a hundred things a model told right.
 *
 * @param thousandths of a percent, from 0 to 100,000
 */
public record Accuracy(long thousandths) {
    /** Thousandths of what is all right. */
    public static final long ALL = 100_000;

    /** More digits are no measurement, and a number of a million of them takes long to read. */
    private static final int LONGEST = 24;

    public Accuracy {
        if (thousandths < 0 || thousandths > ALL) {
            throw new IllegalArgumentException("no percentage: " + thousandths + " thousandths");
        }
    }

    /**
     * The percentage that a text is, e.g. {@code 76.13} or {@code 76.13%}, to the nearest thousandth; half of one is rounded up. Empty
     * where it is none from 0 to 100.
     */
    public static Optional<Accuracy> parse(String text) {
        String number =
                text.endsWith("%") ? text.substring(0, text.length() - 1).stripTrailing() : text;
        if (number.length() > LONGEST || !number.matches("[0-9]+([.][0-9]+)?")) {
            return Optional.empty();
        }
        BigDecimal percent = new BigDecimal(number);
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Accuracy(
                percent.setScale(3, RoundingMode.HALF_UP).unscaledValue().longValueExact()));
    }

    /** In percent, with three decimals: {@code 76.130}. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(thousandths, 3);
    }
}
