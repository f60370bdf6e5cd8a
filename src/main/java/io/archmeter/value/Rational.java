package io.archmeter.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalLong;

/**
 * An exact fraction in lowest terms, its denominator positive. Expressions compute in these, so that {@code 112 / 3 * 3} is
 * 112 and a count that is not whole is seen as such.
 *
 * @since 0.1.0
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);

    private static final MathContext SHOWN = new MathContext(7);

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        // Most numbers are whole, and a loop makes one for each of its turns.
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger common = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                common = common.negate();
            }
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Rational of(long whole) {
        return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Rational of(BigInteger whole) {
        return new Rational(whole, BigInteger.ONE);
    }

    /** The exact value of a decimal; its scale must have been bounded by the caller. */
    public static Rational of(BigDecimal decimal) {
        BigInteger unscaled = decimal.unscaledValue();
        return decimal.scale() <= 0
                ? of(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())))
                : new Rational(unscaled, BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * A fraction that this {@code double} is nearest to, with a denominator that is not larger than it has to be: a third of
     * 0.3333333333333333. It is found among the convergents of the continued fraction. The number must be finite.
     */
    public static Rational nearest(double number) {
        Rational rest = of(new BigDecimal(number));
        Rational found = rest.floor();
        BigInteger numerator = BigInteger.ONE;
        BigInteger denominator = BigInteger.ZERO;
        while (found.toDouble() != number) {
            rest = of(1).over(rest.minus(rest.floor()));
            BigInteger whole = rest.floor().numerator();
            BigInteger nextNumerator = whole.multiply(found.numerator).add(numerator);
            BigInteger nextDenominator = whole.multiply(found.denominator).add(denominator);
            numerator = found.numerator;
            denominator = found.denominator;
            found = new Rational(nextNumerator, nextDenominator);
        }
        return found;
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Throws {@link ArithmeticException} where {@code other} is zero. */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The largest whole number that is not above this. */
    public Rational floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return of(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    public int signum() {
        return numerator.signum();
    }

    /** The value, where it is whole and fits into a {@code long}. */
    public OptionalLong toLong() {
        return isWhole() && numerator.bitLength() < Long.SIZE
                ? OptionalLong.of(numerator.longValueExact())
                : OptionalLong.empty();
    }

    /** The nearest {@code double} to the number rounded to 34 digits. */
    public double toDouble() {
        return decimal(MathContext.DECIMAL128).doubleValue();
    }

    /**
     * The number to its last digit: a {@code long}, or a decimal without zeros at its end.
     *
     * @throws ArithmeticException where it has no last digit, as a third has none
     */
    public Number toNumber() {
        OptionalLong whole = toLong();
        return whole.isPresent()
                ? (Number) whole.getAsLong()
                : new BigDecimal(numerator).divide(new BigDecimal(denominator)).stripTrailingZeros();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The number, rounded to so many digits. */
    public BigDecimal decimal(MathContext digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits);
    }

    /** As a fraction, exact: {@code 3/2}; whole numbers without a denominator. */
    public String fraction() {
        OptionalLong whole = toLong();
        if (whole.isPresent()) {
            return Long.toString(whole.getAsLong());
        }
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }

    /** Written out: what a record is given is put together at run time, which costs a short command more than it computes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rational rational
                && rational.numerator.equals(numerator)
                && rational.denominator.equals(denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** A decimal of seven digits; a fraction that would look whole in these is written as one, {@code 2000000001/1000000000}. */
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        BigDecimal shown = decimal(SHOWN).stripTrailingZeros();
        return shown.scale() > 0 ? shown.toPlainString() : fraction();
    }
}
