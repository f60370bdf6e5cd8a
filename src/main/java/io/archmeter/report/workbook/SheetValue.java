package io.archmeter.report.workbook;

import java.math.BigDecimal;

/** What stands in a cell. */
public sealed interface SheetValue {
    /** A cell without anything in it. */
    SheetValue EMPTY = new Empty();

    /** How it is shown. */
    NumberFormat format();

    /** There is nothing. */
    record Empty() implements SheetValue {
        @Override
        public NumberFormat format() {
            return NumberFormat.GENERAL;
        }
    }

    /** A text, whatever it looks like: {@code 0.10} and {@code =A1} too. */
    record Text(String text) implements SheetValue {
        /** Older versions of Excel show longer ones as a row of signs, if they are in a cell for texts. */
        private static final int LONGEST_AS_TEXT = 255;

        @Override
        public NumberFormat format() {
            return text.length() <= LONGEST_AS_TEXT ? NumberFormat.TEXT : NumberFormat.GENERAL;
        }
    }

    /** A number. */
    record Number(BigDecimal number, NumberFormat format) implements SheetValue {}

    /** Whether something holds. */
    record Flag(boolean flag) implements SheetValue {
        @Override
        public NumberFormat format() {
            return NumberFormat.GENERAL;
        }
    }

    /**
     * The sum of the rows that a filter leaves, as a formula.
     *
     * @param number the sum of all rows, for which the column has to be wide enough
     */
    record Sum(BigDecimal number, NumberFormat format) implements SheetValue {}
}
