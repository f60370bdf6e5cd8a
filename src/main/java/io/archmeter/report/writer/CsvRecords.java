package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows as the lines of a file, on any thread.
 *
 * @param heading the columns that the rows of a section have in common, by their numbers
 * @param columns those of each row
 */
record CsvRecords(List<Integer> heading, List<Integer> columns, boolean forSpreadsheet) {
    /** The printer makes a copy of each value that it hands to a writer, and none for a builder. */
    private static CSVPrinter printer(StringBuilder records) throws IOException {
        return new CSVPrinter(records, CSVFormat.RFC4180);
    }

    /** The keys of the columns. */
    CharSequence header(Table table) throws IOException {
        StringBuilder header = new StringBuilder();
        CSVPrinter csv = printer(header);
        for (int column : heading) {
            csv.print(table.heading().get(column).key());
        }
        for (int column : columns) {
            csv.print(table.columns().get(column).key());
        }
        csv.println();
        return header;
    }

    /** Rows of a section. */
    CharSequence of(Section section, List<Row> rows) {
        StringBuilder records = new StringBuilder();
        CsvCells cells = new CsvCells(forSpreadsheet);
        try {
            CSVPrinter csv = printer(records);
            for (Row row : rows) {
                if (row.isFor(Audience.TABLES)) {
                    print(section.heading(), heading, cells, csv);
                    print(row, columns, cells, csv);
                    csv.println();
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return records;
    }

    private static void print(Row row, List<Integer> columns, CsvCells cells, CSVPrinter csv) throws IOException {
        for (int column : columns) {
            csv.print(cells.textOf(row.cell(column)));
        }
    }
}
