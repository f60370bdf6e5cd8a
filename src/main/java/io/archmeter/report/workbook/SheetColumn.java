package io.archmeter.report.workbook;

/**
 * A column of a sheet.
 *
 * @param header the text above it
 * @param ofNumbers whether that stands on the right
 * @param width in characters
 */
public record SheetColumn(String header, boolean ofNumbers, int width) {
    /** What a spreadsheet allows. */
    private static final int WIDEST = 255;

    public SheetColumn {
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("no width of a column: " + width);
        }
    }
}
