package io.archmeter.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Numbers as they are written, exact. What is too long is refused before it is computed: converting a million digits takes
 * minutes.
 *
 * @since 0.1.0
 */
public final class Numerals {
    static final int MOST_DIGITS = 400;
    static final int LARGEST_EXPONENT = 400;

    /** The remedy for a number that is too long to be read. */
    public static final String REMEDY =
            "write at most " + MOST_DIGITS + " digits, and an exponent of at most " + LARGEST_EXPONENT;

    private Numerals() {}

    /** The value of a decimal such as {@code -12}, {@code .5} or {@code 1.5e-3}; empty where it is too long. */
    public static Optional<Rational> decimal(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        boolean bounded = e < 0 ? text.length() <= MOST_DIGITS : e <= MOST_DIGITS && isBounded(text.substring(e + 1));
        return bounded ? Optional.of(Rational.of(new BigDecimal(text))) : Optional.empty();
    }

    public static Optional<Rational> whole(String digits, int radix) {
        return digits.length() <= MOST_DIGITS
                ? Optional.of(Rational.of(new BigInteger(digits, radix)))
                : Optional.empty();
    }

    private static boolean isBounded(String exponent) {
        int start = exponent.startsWith("+") || exponent.startsWith("-") ? 1 : 0;
        while (start < exponent.length() - 1 && exponent.charAt(start) == '0') {
            start++;
        }
        return exponent.length() - start <= 3 && Integer.parseInt(exponent.substring(start)) <= LARGEST_EXPONENT;
    }
}
