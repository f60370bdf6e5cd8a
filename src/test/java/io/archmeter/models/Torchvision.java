package io.archmeter.models;

import io.archmeter.CsvRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** What PyTorch itself says of its models; see the README beside the files. */
final class Torchvision {
    private Torchvision() {}

    static List<CSVRecord> summary() {
        return read("summary");
    }

    static List<CSVRecord> layers(String model) {
        return read("layers/" + model);
    }

    static List<CSVRecord> parameters(String model) {
        return read("parameters/" + model);
    }

    /** The lines of the file of parameters, the header among them. */
    static List<String> linesOfParameters(String model) {
        try (BufferedReader reader = new BufferedReader(open("parameters/" + model))) {
            return reader.lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<CSVRecord> read(String file) {
        try (Reader reader = open(file)) {
            return CsvRows.of(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Reader open(String file) {
        return new InputStreamReader(
                Torchvision.class.getResourceAsStream("/torchvision/" + file + ".csv"), StandardCharsets.UTF_8);
    }
}
