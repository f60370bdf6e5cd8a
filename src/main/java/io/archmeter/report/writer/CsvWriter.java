package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180: a header and the rows. There is no row of totals, so that the sum of a column is its total. */
final class CsvWriter implements DocumentWriter {
    /** The printer makes a copy of each value that it hands to a writer, and none for a builder. */
    private static final int CHUNK = 1 << 16;

    /** U+FEFF: by it Excel knows that a file is UTF-8, and programs that do not expect it have it in the first name. */
    private static final char MARK = '\uFEFF';

    private final boolean forSpreadsheet;
    private final CsvCells cells;

    /** @param forSpreadsheet whether a spreadsheet opens it */
    CsvWriter(boolean forSpreadsheet) {
        this.forSpreadsheet = forSpreadsheet;
        this.cells = new CsvCells(forSpreadsheet);
    }

    @Override
    public void write(Document document, Writer out) throws IOException {
        Table table = document.table();
        List<Integer> heading = Table.shown(table.heading(), Format.CSV);
        List<Integer> columns = Table.shown(table.columns(), Format.CSV);
        StringBuilder records = new StringBuilder();
        if (forSpreadsheet) {
            records.append(MARK);
        }
        CSVPrinter csv = new CSVPrinter(records, CSVFormat.RFC4180);
        for (int column : heading) {
            csv.print(table.heading().get(column).key());
        }
        for (int column : columns) {
            csv.print(table.columns().get(column).key());
        }
        csv.println();
        for (Section section : table.sections()) {
            for (Row row : section.rowsFor(Audience.TABLES)) {
                print(section.heading(), heading, csv);
                print(row, columns, csv);
                csv.println();
                if (records.length() > CHUNK) {
                    out.append(records);
                    records.setLength(0);
                }
            }
        }
        out.append(records);
        out.flush();
    }

    private void print(Row row, List<Integer> columns, CSVPrinter csv) throws IOException {
        for (int column : columns) {
            csv.print(cells.textOf(row.cell(column)));
        }
    }
}
