package io.archmeter.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook as it is read by code that has not written it.
 *
 * @param sheets by their names: rows, in which a text is a {@code String}, a number a {@code BigDecimal}, a truth value a {@code Boolean}, a
 *     formula a {@link Formula}, and nothing the empty text
 */
public record ReadBack(Map<String, List<List<Object>>> sheets) {
    /** A formula, of which a spreadsheet makes a value. */
    public record Formula(String formula) {}

    public static ReadBack of(byte[] workbook) {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book.getSheets().toList()) {
                List<List<Object>> rows = new ArrayList<>();
                for (Row row : sheet.read()) {
                    rows.add(values(row));
                }
                sheets.put(sheet.getName(), rows);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ReadBack(sheets);
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            values.add(row.getOptionalCell(column).map(ReadBack::value).orElse(""));
        }
        return values;
    }

    private static Object value(Cell cell) {
        if (cell.getType() == CellType.FORMULA) {
            return new Formula(cell.getFormula());
        }
        return cell.getValue() == null ? "" : cell.getValue();
    }

    public List<String> names() {
        return List.copyOf(sheets.keySet());
    }

    /** A sheet with its header. */
    public List<List<Object>> rows(String sheet) {
        return sheets.get(sheet);
    }

    /** A column by its header, without it. */
    public List<Object> column(String sheet, String header) {
        List<List<Object>> rows = rows(sheet);
        int column = rows.get(0).indexOf(header);
        return rows.subList(1, rows.size()).stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }

    /** What a spreadsheet makes of the formula below a column: the sum of its numbers. */
    public BigDecimal sum(String sheet, String header) {
        return column(sheet, header).stream()
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
