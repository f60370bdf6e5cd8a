package io.archmeter.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180: a header and the rows. There is no row of totals, so that the sum of a column is its total. */
final class CsvWriter implements DocumentWriter {
    private final CsvCells cells = new CsvCells();

    @Override
    public void write(Document document, Writer out) throws IOException {
        Table table = document.table();
        List<Integer> heading = Table.shown(table.heading(), Format.CSV);
        List<Integer> columns = Table.shown(table.columns(), Format.CSV);
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        List<String> record = new ArrayList<>();
        heading.forEach(column -> record.add(table.heading().get(column).key()));
        columns.forEach(column -> record.add(table.columns().get(column).key()));
        csv.printRecord(record);
        for (Section section : table.sections()) {
            for (Row row : section.rows()) {
                record.clear();
                addTexts(record, section.heading(), heading);
                addTexts(record, row, columns);
                csv.printRecord(record);
            }
        }
        csv.flush();
    }

    private void addTexts(List<String> record, Row row, List<Integer> columns) {
        for (int column : columns) {
            record.add(cells.textOf(row.cell(column)));
        }
    }
}
