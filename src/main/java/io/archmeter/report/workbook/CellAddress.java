package io.archmeter.report.workbook;

/** Cells as formulas name them. */
final class CellAddress {
    private static final int LETTERS = 26;

    private CellAddress() {}

    /**
     * The letters of a column: {@code A}, {@code Z}, {@code AA}.
     *
     * @param column from 0
     */
    static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** A name of a sheet in front of a cell: {@code 'vgg''s'}. */
    static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }

    /** A range that stays the same wherever the formula is copied to: {@code $A$1:$K$22} for {@code A1:K22}. */
    static String fixed(String range) {
        return range.replaceAll("([A-Z]+)([0-9]+)", "\\$$1\\$$2");
    }
}
