package io.archmeter.report.writer;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.problem.Visible;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.report.text.Readable;
import io.archmeter.report.workbook.Sheet;
import io.archmeter.report.workbook.SheetNames;
import io.archmeter.report.workbook.WorkbookFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes documents as one workbook: the sheets of each, and at the end one of what holds for all. */
public final class WorkbookWriter {
    /** Beside the rows a sheet has a header, and may have totals. */
    private static final int MOST_ROWS = Sheet.MOST_ROWS - 2;

    private final boolean explained;

    /** @param explained whether notes say what words mean */
    public WorkbookWriter(boolean explained) {
        this.explained = explained;
    }

    /**
     * Writes a workbook to its end, and leaves the stream open.
     *
     * @param documents at least one; the first is what was asked for
     * @throws ProblemException where a sheet has no room for all rows; nothing is written then
     * @throws IOException as the stream throws it
     */
    public void write(List<NamedDocument> documents, OutputStream out) throws IOException {
        SheetNames names = new SheetNames();
        String about = names.like(AboutSheet.NAME);
        List<Sheet> sheets = new ArrayList<>();
        boolean longNumbers = false;
        for (NamedDocument named : documents) {
            TableSheets table = new TableSheets(named.document().table());
            requireRoom(named, table.mostRows());
            sheets.addAll(table.sheets(Visible.of(named.name()), names));
            longNumbers |= table.hasLongNumbers();
        }
        sheets.add(AboutSheet.of(about, documents, explained, longNumbers));
        String title = Visible.of(documents.get(0).document().title());
        new WorkbookFile(title, sheets).writeTo(out);
    }

    private static void requireRoom(NamedDocument named, long rows) {
        if (rows > MOST_ROWS) {
            throw new ProblemException(Problem.at(
                    Span.of("archmeter " + named.document().kind()),
                    "too-many-rows",
                    "a sheet has room for " + Readable.exact(MOST_ROWS) + " rows, and here are " + Readable.exact(rows),
                    "write CSV, which has room for all: --format csv"));
        }
    }
}
