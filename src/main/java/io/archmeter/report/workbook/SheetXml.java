package io.archmeter.report.workbook;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A sheet as {@code xl/worksheets/sheet1.xml} has it (ECMA-376-1, 18.3). */
final class SheetXml {
    /** The function that adds up what a filter leaves, and what is not hidden (ECMA-376-1, 18.17.7.312). */
    private static final String SUM_OF_SHOWN = "SUBTOTAL(109,";

    private static final String BAR = "FFB7CDE8";

    private final Sheet sheet;
    private final Styles styles;
    private final Writer out;
    private final String[] letters;

    SheetXml(Sheet sheet, Styles styles, Writer out) {
        this.sheet = sheet;
        this.styles = styles;
        this.out = out;
        this.letters = new String[sheet.columns().size()];
        for (int column = 0; column < letters.length; column++) {
            letters[column] = CellAddress.column(column);
        }
    }

    /** @param first whether it is the sheet that one sees when the workbook is opened */
    void write(boolean first) throws IOException {
        out.write(Part.DECLARATION);
        out.write("<worksheet xmlns=\"" + Part.SPREADSHEET + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        writeView(first);
        writeColumns();
        out.write("<sheetData>\n");
        writeHeader();
        int row = 2;
        for (List<SheetCell> cells : sheet.rows()) {
            writeRow(cells, row, sheet.ofParagraphs() ? CellStyle.Place.PARAGRAPH : CellStyle.Place.ROW);
            row++;
        }
        if (!sheet.totals().isEmpty()) {
            writeRow(sheet.totals(), row, CellStyle.Place.TOTAL);
        }
        out.write("</sheetData>");
        if (!sheet.ofParagraphs()) {
            out.write("<autoFilter ref=\"" + sheet.range() + "\"/>");
        }
        writeBars();
        out.write("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>");
        out.write("<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/>");
        // Names of layers are allowed to look like numbers.
        String all = "A2:" + letters[letters.length - 1] + Math.max(2, row);
        out.write("<ignoredErrors><ignoredError sqref=\"" + all + "\" numberStoredAsText=\"1\"/></ignoredErrors>");
        out.write("</worksheet>");
    }

    private void writeView(boolean first) throws IOException {
        String corner = CellAddress.column(sheet.frozen()) + "2";
        String pane = sheet.frozen() > 0 ? "bottomRight" : "bottomLeft";
        out.write("<sheetViews><sheetView " + (first ? "tabSelected=\"1\" " : "") + "workbookViewId=\"0\"><pane "
                + (sheet.frozen() > 0 ? "xSplit=\"" + sheet.frozen() + "\" " : "") + "ySplit=\"1\" topLeftCell=\""
                + corner + "\" activePane=\"" + pane + "\" state=\"frozen\"/><selection pane=\"" + pane
                + "\" activeCell=\"" + corner + "\" sqref=\"" + corner + "\"/></sheetView></sheetViews>");
    }

    private void writeColumns() throws IOException {
        out.write("<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        int number = 1;
        for (SheetColumn column : sheet.columns()) {
            out.write("<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + column.width()
                    + "\" customWidth=\"1\"/>");
            number++;
        }
        out.write("</cols>");
    }

    private void writeHeader() throws IOException {
        out.write("<row r=\"1\">");
        for (int column = 0; column < letters.length; column++) {
            SheetColumn header = sheet.columns().get(column);
            CellStyle.Place place = header.ofNumbers() ? CellStyle.Place.NUMBER_HEADER : CellStyle.Place.HEADER;
            writeCell(SheetCell.text(header.header()), column, 1, place);
        }
        out.write("</row>\n");
    }

    /** Bars that begin at zero, whatever the least number is. */
    private void writeBars() throws IOException {
        for (int column = 0; column < letters.length; column++) {
            if (sheet.columns().get(column).barred() && sheet.rowCount() > 0) {
                out.write("<conditionalFormatting sqref=\"" + letters[column] + "2:" + letters[column]
                        + (sheet.rowCount() + 1) + "\"><cfRule type=\"dataBar\" priority=\"" + (column + 1)
                        + "\"><dataBar minLength=\"0\" maxLength=\"100\"><cfvo type=\"num\" val=\"0\"/>"
                        + "<cfvo type=\"max\"/><color rgb=\"" + BAR
                        + "\"/></dataBar></cfRule></conditionalFormatting>");
            }
        }
    }

    private void writeRow(List<SheetCell> cells, int row, CellStyle.Place place) throws IOException {
        out.write("<row r=\"" + row + "\">");
        for (int column = 0; column < letters.length; column++) {
            writeCell(cells.get(column), column, row, place);
        }
        out.write("</row>\n");
    }

    private void writeCell(SheetCell cell, int column, int row, CellStyle.Place place) throws IOException {
        SheetValue value = cell.value();
        int style = styles.numberOf(new CellStyle(value.format(), cell.look(), place));
        if (style == 0 && value instanceof SheetValue.Empty) {
            return;
        }
        out.append("<c r=\"")
                .append(letters[column])
                .append(Integer.toString(row))
                .append('"');
        out.append(" s=\"").append(Integer.toString(style)).append('"');
        if (value instanceof SheetValue.Text text) {
            out.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(CellText.of(text.text()))
                    .append("</t></is></c>");
        } else if (value instanceof SheetValue.Number number) {
            out.append("><v>").append(number.number().toPlainString()).append("</v></c>");
        } else if (value instanceof SheetValue.Flag flag) {
            out.append(" t=\"b\"><v>").append(flag.flag() ? '1' : '0').append("</v></c>");
        } else if (value instanceof SheetValue.Sum sum) {
            String rows = letters[column] + "2:" + letters[column] + (row - 1);
            out.append("><f>").append(SUM_OF_SHOWN).append(rows).append(")</f>");
            out.append("<v>").append(sum.number().toPlainString()).append("</v></c>");
        } else {
            out.append("/>");
        }
    }
}
