package io.archmeter.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A figure as a source prints it. */
record Printed(BigDecimal number, Unit unit) {
    static Printed printed(String number, Unit unit) {
        return new Printed(new BigDecimal(number), unit);
    }

    /** A figure whose zeros at the end only keep its place: 800 K is one digit, as 0.8 M would be. */
    static Printed about(String number, Unit unit) {
        return new Printed(new BigDecimal(number).stripTrailingZeros(), unit);
    }

    /** Whether the quantity, rounded to the digits that are printed, is the number that is printed. */
    boolean agrees(Quantity quantity, RoundingMode rounding) {
        return quantity.in(unit, number.scale(), rounding).compareTo(number) == 0;
    }

    String text() {
        return Quantity.grouped(number) + unit.label();
    }
}
