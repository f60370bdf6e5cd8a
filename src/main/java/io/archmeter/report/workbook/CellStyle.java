package io.archmeter.report.workbook;

/** How a cell looks. */
record CellStyle(NumberFormat format, Look look, Place place) {
    /** What everything has that says nothing else. */
    static final CellStyle NORMAL = new CellStyle(NumberFormat.GENERAL, Look.PLAIN, Place.ROW);

    /** Where the cell stands. */
    enum Place {
        HEADER,
        /** A header above numbers, on their side. */
        NUMBER_HEADER,
        ROW,
        /** A row whose texts may have several lines. */
        PARAGRAPH,
        TOTAL;

        boolean isHeader() {
            return this == HEADER || this == NUMBER_HEADER;
        }
    }
}
