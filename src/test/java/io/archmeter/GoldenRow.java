package io.archmeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One case of an operator with numbers from outside, of {@code src/test/resources/op/KIND.csv}. The column {@code source} says
 * where they come from. A row with elements under {@code given} says under {@code result} what comes out.
 */
public record GoldenRow(String kind, Map<String, String> cells) {
    private static final List<String> COLUMNS = List.of(
            "case",
            "arguments",
            "inputs",
            "output",
            "parameters",
            "buffers",
            "multiply_adds",
            "effective_multiply_adds",
            "others",
            "reach",
            "kept_for_backward",
            "given",
            "result",
            "source");

    public String cell(String column) {
        return cells.get(column);
    }

    /** Whether it says what comes out, and what that costs; others say what is kept for backward alone. */
    public boolean hasOutput() {
        return !cell("output").isEmpty();
    }

    /** Whether it says how many bytes autograd keeps. */
    public boolean hasKept() {
        return !cell("kept_for_backward").isEmpty();
    }

    /** Whether it says which elements come out. */
    public boolean hasElements() {
        return !cell("given").isEmpty();
    }

    @Override
    public String toString() {
        return kind + ": " + cell("case");
    }

    /** The rows of an operator. */
    public static List<GoldenRow> of(String kind) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(folder().resolve(kind + ".csv"));
                CSVParser rows = format.parse(reader)) {
            assertThat(rows.getHeaderNames()).as("columns of " + kind + ".csv").isEqualTo(COLUMNS);
            return rows.stream().map(row -> row(kind, row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operators that there are rows for. */
    public static List<String> kinds() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".csv", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenRow row(String kind, CSVRecord cells) {
        assertThat(cells.isConsistent())
                .as("as many cells as columns in " + cells)
                .isTrue();
        return new GoldenRow(kind, cells.toMap());
    }

    private static Path folder() {
        try {
            return Path.of(GoldenRow.class.getResource("/op").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
