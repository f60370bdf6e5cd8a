package io.archmeter;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV table, whose first line names its columns. */
public final class CsvRows {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvRows() {}

    public static List<CSVRecord> of(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return of(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static List<CSVRecord> of(Reader reader) throws IOException {
        return FORMAT.parse(reader).getRecords();
    }
}
