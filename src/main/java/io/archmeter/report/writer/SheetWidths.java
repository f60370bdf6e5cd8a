package io.archmeter.report.writer;

import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.workbook.SheetCell;
import io.archmeter.report.workbook.SheetColumn;
import io.archmeter.report.workbook.SheetValue;
import java.util.ArrayList;
import java.util.List;

/** How wide the columns of a sheet are: as their contents, as far as a screen has room for that. */
final class SheetWidths {
    private static final int WIDEST = 60;

    /** What a spreadsheet leaves free on both sides, and the sign of the filter beside a header. */
    private static final int FREE = 2;

    private static final int SIGN = 3;
    private static final String FALSE = "FALSE";

    private final int[] widths;
    private final boolean[] texts;
    private final boolean[] numbers;

    SheetWidths(int columns) {
        this.widths = new int[columns];
        this.texts = new boolean[columns];
        this.numbers = new boolean[columns];
    }

    void add(List<SheetCell> row) {
        for (int column = 0; column < widths.length; column++) {
            SheetCell cell = row.get(column);
            widths[column] = Math.max(widths[column], width(cell.value()));
            texts[column] |= cell.value() instanceof SheetValue.Text;
            numbers[column] |= cell.value() instanceof SheetValue.Number;
        }
    }

    List<SheetColumn> columns(List<String> headers) {
        List<SheetColumn> columns = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            String header = headers.get(column);
            int width = Math.max(widths[column] + FREE, header.length() + FREE + SIGN);
            boolean ofNumbers = numbers[column] && !texts[column];
            columns.add(new SheetColumn(header, ofNumbers, Math.min(width, WIDEST)));
        }
        return columns;
    }

    private static int width(SheetValue value) {
        if (value instanceof SheetValue.Text text) {
            return DisplayWidth.of(text.text());
        } else if (value instanceof SheetValue.Number number) {
            return number.format().width(number.number());
        } else if (value instanceof SheetValue.Sum sum) {
            return sum.format().width(sum.number());
        }
        return value instanceof SheetValue.Flag ? FALSE.length() : 0;
    }
}
