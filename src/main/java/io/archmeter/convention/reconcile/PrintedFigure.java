package io.archmeter.convention.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as a paper or a tool prints it, with as many digits as it has there: {@code 4.12G}, {@code 3,797,000,000}.
 *
 * @param text as it is written
 * @param value what it says
 * @param unit what its last digit is worth
 */
public record PrintedFigure(String text, BigDecimal value, BigDecimal unit) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<number>[0-9]{1,3}(?:[,_ ][0-9]{3})+|[0-9]+(?:\\.[0-9]+)?)\\s*(?<factor>[kKmMgGtTbB]?)(?:FLOPs?|flops?|MACs?|Macs?|macs?|Ops|ops)?");

    /** Beyond what a {@code long} holds. */
    private static final int LONGEST = 24;

    /** The figure that a text is; empty where it is none. */
    public static Optional<PrintedFigure> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.length() > LONGEST ? "" : text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group("number").replaceAll("[,_ ]", ""));
        int zeros = switch (matcher.group("factor")) {
            case "k", "K" -> 3;
            case "m", "M" -> 6;
            case "g", "G", "b", "B" -> 9;
            case "t", "T" -> 12;
            default -> 0;
        };
        return Optional.of(new PrintedFigure(
                text.strip(), number.scaleByPowerOfTen(zeros), number.ulp().scaleByPowerOfTen(zeros)));
    }

    /** Whether a count is this figure when it is rounded to its digits. */
    public boolean isPrintedOf(long count) {
        BigDecimal exact = BigDecimal.valueOf(count);
        return exact.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit).compareTo(value) == 0
                || exact.divide(unit, 0, RoundingMode.HALF_EVEN).multiply(unit).compareTo(value) == 0;
    }

    /** The whole number that it says; empty where it says none, or a {@code long} does not hold it. */
    public Optional<Long> exact() {
        try {
            return Optional.of(value.longValueExact());
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    /** How far a count is from it. */
    public BigDecimal distance(long count) {
        return BigDecimal.valueOf(count).subtract(value).abs();
    }
}
