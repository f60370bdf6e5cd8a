package io.archmeter.report.workbook;

/** A value, and what it means. */
public record SheetCell(SheetValue value, Look look) {
    /** One without a value. */
    public static final SheetCell EMPTY = new SheetCell(SheetValue.EMPTY, Look.PLAIN);

    /** A text like any other. */
    public static SheetCell text(String text) {
        return new SheetCell(new SheetValue.Text(text), Look.PLAIN);
    }
}
