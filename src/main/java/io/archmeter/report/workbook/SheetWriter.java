package io.archmeter.report.workbook;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet with the library, some rows at a time: a sheet need not fit into memory. */
final class SheetWriter {
    private static final int ROWS_AT_A_TIME = 1_000;

    /** The function that adds up what a filter leaves, and what is not hidden (ECMA-376-1, 18.17.7.312). */
    private static final String SUM_OF_SHOWN = "SUBTOTAL(109,";

    private static final String HEADER_FILL = "FFE9EEF5";

    private final Sheet sheet;
    private final Worksheet out;

    SheetWriter(Sheet sheet, Worksheet out) {
        this.sheet = sheet;
        this.out = out;
    }

    /** Writes all of it; another sheet can be written then. */
    void write() throws IOException {
        prepareView();
        preparePages();
        writeHeader();
        int row = 1;
        for (List<SheetCell> cells : sheet.rows()) {
            writeRow(cells, row);
            row++;
            if (row % ROWS_AT_A_TIME == 0) {
                out.flush();
            }
        }
        if (!sheet.totals().isEmpty()) {
            writeTotals(row);
        }
        out.finish();
    }

    private void prepareView() {
        out.freezePane(sheet.frozen(), 1);
        if (!sheet.ofParagraphs()) {
            out.setAutoFilter(0, 0, sheet.rowCount(), sheet.columns().size() - 1);
        }
        for (int column = 0; column < sheet.columns().size(); column++) {
            out.width(column, sheet.columns().get(column).width());
        }
    }

    /** As wide as a page, as many pages as it takes, and the header on each. */
    private void preparePages() {
        out.paperSize(PaperSize.A4_PAPER);
        out.pageOrientation("landscape");
        out.fitToWidth((short) 1);
        out.fitToHeight((short) 0);
        out.repeatRows(0);
    }

    private void writeHeader() {
        for (int column = 0; column < sheet.columns().size(); column++) {
            SheetColumn header = sheet.columns().get(column);
            out.value(0, column, CellText.of(header.header()));
            StyleSetter style = out.style(0, column)
                    .format(NumberFormat.TEXT.code())
                    .bold()
                    .fillColor(HEADER_FILL)
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN);
            if (header.ofNumbers()) {
                style.horizontalAlignment("right");
            }
            style.set();
        }
    }

    private void writeRow(List<SheetCell> cells, int row) {
        for (int column = 0; column < cells.size(); column++) {
            SheetCell cell = cells.get(column);
            if (!cell.equals(SheetCell.EMPTY)) {
                writeValue(cell.value(), row, column);
                StyleSetter style = style(cell, row, column);
                if (sheet.ofParagraphs()) {
                    style.verticalAlignment("top").horizontalAlignment("left").wrapText(true);
                }
                style.set();
            }
        }
    }

    private void writeTotals(int row) {
        for (int column = 0; column < sheet.totals().size(); column++) {
            SheetCell cell = sheet.totals().get(column);
            writeValue(cell.value(), row, column);
            style(cell, row, column)
                    .bold()
                    .borderStyle(BorderSide.TOP, BorderStyle.THIN)
                    .set();
        }
    }

    private void writeValue(SheetValue value, int row, int column) {
        if (value instanceof SheetValue.Text text) {
            out.value(row, column, CellText.of(text.text()));
        } else if (value instanceof SheetValue.Number number) {
            out.value(row, column, number.number());
        } else if (value instanceof SheetValue.Flag flag) {
            out.value(row, column, flag.flag());
        } else if (value instanceof SheetValue.Sum) {
            out.formula(row, column, SUM_OF_SHOWN + out.range(1, column, row - 1, column) + ")");
        }
    }

    private StyleSetter style(SheetCell cell, int row, int column) {
        StyleSetter style = out.style(row, column);
        if (cell.value().format() != NumberFormat.GENERAL) {
            style.format(cell.value().format().code());
        }
        Look look = cell.look();
        if (!look.colour().isEmpty()) {
            style.fontColor(look.colour());
        }
        if (!look.fill().isEmpty()) {
            style.fillColor(look.fill());
        }
        if (look == Look.UNKNOWN) {
            // A number stands on the right by itself; this one is a text.
            style.horizontalAlignment("right");
        }
        return style;
    }
}
