package io.archmeter.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Something counted, or the ratio of two counts; exact. */
record Quantity(BigDecimal numerator, BigDecimal denominator) {
    static Quantity of(long count) {
        return new Quantity(BigDecimal.valueOf(count), BigDecimal.ONE);
    }

    /** The ratio of two figures as a source prints them. */
    static Quantity ratio(String numerator, String denominator) {
        return new Quantity(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    Quantity plus(Quantity more) {
        return new Quantity(
                numerator.multiply(more.denominator).add(more.numerator.multiply(denominator)),
                denominator.multiply(more.denominator));
    }

    Quantity minus(Quantity less) {
        return plus(new Quantity(less.numerator.negate(), less.denominator));
    }

    Quantity times(long factor) {
        return new Quantity(numerator.multiply(BigDecimal.valueOf(factor)), denominator);
    }

    Quantity per(Quantity other) {
        return new Quantity(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** How many units it is. */
    BigDecimal in(Unit unit, int decimals, RoundingMode rounding) {
        return numerator.divide(denominator.multiply(unit.size()), decimals, rounding);
    }

    /** The number of units in full, for units of which a count is always a finite decimal fraction. */
    String exactlyIn(Unit unit) {
        BigDecimal number = numerator.divide(denominator.multiply(unit.size())).stripTrailingZeros();
        return grouped(number);
    }

    /** The count, or both counts of a ratio. */
    String exactly() {
        return denominator.compareTo(BigDecimal.ONE) == 0
                ? grouped(numerator)
                : grouped(numerator) + " / " + grouped(denominator);
    }

    /** As in 13,620,576,256. */
    static String grouped(BigDecimal number) {
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        return String.format(Locale.ROOT, "%,." + plain.scale() + "f", plain);
    }
}
