package io.archmeter.report.workbook;

/**
 * A column of a sheet.
 *
 * @param header the text above it
 * @param ofNumbers whether that stands on the right
 * @param width in characters
 * @param barred whether a bar in each cell shows how large its number is beside the others of the column
 */
public record SheetColumn(String header, boolean ofNumbers, int width, boolean barred) {
    /** What a spreadsheet allows. */
    private static final int WIDEST = 255;

    public SheetColumn {
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("no width of a column: " + width);
        }
    }
}
