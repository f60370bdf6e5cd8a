package io.archmeter.report.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * The file of a workbook, as the library writes it, but without a time in it: the same sheets are the same bytes.
 *
 * <p>A formula has no value beside it. Spreadsheets compute it when they open the file; who does not compute sees nothing there.
 */
public final class WorkbookFile {
    private final String title;
    private final List<Sheet> sheets;

    /**
     * A workbook of at least one sheet.
     *
     * @param title what it is about
     */
    public WorkbookFile(String title, List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a workbook without sheets");
        }
        this.title = title;
        this.sheets = List.copyOf(sheets);
    }

    /**
     * Writes all of it, and leaves the stream open. For a while there is a file of it among those for temporary use.
     *
     * @throws IOException as the stream throws it, or where there is no room for that file
     */
    public void writeTo(OutputStream out) throws IOException {
        Path timed = Files.createTempFile("archmeter", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(timed))) {
                writeWithTime(file);
            }
            TimelessArchive.copy(timed, out);
        } finally {
            Files.deleteIfExists(timed);
        }
    }

    private void writeWithTime(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Archmeter", null)) {
            workbook.properties().setTitle(title);
            for (Sheet sheet : sheets) {
                new SheetWriter(sheet, workbook.newWorksheet(sheet.name())).write();
            }
        }
    }
}
