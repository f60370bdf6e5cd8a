package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;

/** RFC 4180: a header and the rows. There is no row of totals, so that the sum of a column is its total. */
final class CsvWriter implements DocumentWriter {
    /** So many at once, which are half a megabyte. */
    private static final int ROWS = 4_096;

    /** The parts of a long table that are written by several threads before the first of them is handed on. */
    private static final int PARTS = 8;

    /** U+FEFF: by it Excel knows that a file is UTF-8, and programs that do not expect it have it in the first name. */
    private static final char MARK = '\uFEFF';

    private final boolean forSpreadsheet;

    /** @param forSpreadsheet whether a spreadsheet opens it */
    CsvWriter(boolean forSpreadsheet) {
        this.forSpreadsheet = forSpreadsheet;
    }

    @Override
    public void write(Document document, Writer out) throws IOException {
        Table table = document.table();
        if (forSpreadsheet) {
            out.append(MARK);
        }
        CsvRecords records = new CsvRecords(
                Table.shown(table.heading(), Format.CSV), Table.shown(table.columns(), Format.CSV), forSpreadsheet);
        out.append(records.header(table));
        for (Section section : table.sections()) {
            int parts = (section.rows().size() + ROWS - 1) / ROWS;
            for (int first = 0; first < parts; first += PARTS) {
                for (CharSequence part : parts(records, section, first, Math.min(parts, first + PARTS))) {
                    out.append(part);
                }
            }
        }
        out.flush();
    }

    /** In their order, whoever was first. */
    private static List<CharSequence> parts(CsvRecords records, Section section, int first, int end) {
        if (end - first == 1) {
            return List.of(part(records, section, first));
        }
        return IntStream.range(first, end)
                .parallel()
                .mapToObj(part -> part(records, section, part))
                .toList();
    }

    private static CharSequence part(CsvRecords records, Section section, int part) {
        int from = part * ROWS;
        return records.of(
                section, section.rows().subList(from, Math.min(section.rows().size(), from + ROWS)));
    }
}
