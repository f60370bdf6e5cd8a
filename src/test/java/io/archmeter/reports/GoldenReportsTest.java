package io.archmeter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Holds the reports current. {@code scripts/reports} runs this with {@code -Dreports.update=true}, which rewrites them
 * first.
 */
class GoldenReportsTest {
    @BeforeAll
    static void update() throws IOException {
        if (Boolean.getBoolean("reports.update")) {
            for (Reports.Report report : Reports.ALL) {
                Files.createDirectories(report.file().toAbsolutePath().getParent());
                Files.writeString(report.file(), report.text().write());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("io.archmeter.reports.Reports#ALL")
    void aReportSaysWhatTheProgramSaysNow(Reports.Report report) throws IOException {
        String text = report.text().write();

        assertThat(report.file()).as("%s: scripts/reports writes it", report).isRegularFile();
        // Strict UTF-8, so that equal texts are equal bytes; a text shows where they differ.
        assertThat(Files.readString(report.file(), StandardCharsets.UTF_8))
                .as("%s is stale: scripts/reports rewrites it, git diff shows what changed", report)
                .isEqualTo(text);
    }

    @Test
    void everyFileAmongTheReportsIsGenerated() throws IOException {
        List<Path> generated = Reports.ALL.stream().map(Reports.Report::file).toList();
        try (Stream<Path> files = Files.walk(Reports.FOLDER)) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("nothing writes a file in %s that Reports does not list: remove it", Reports.FOLDER)
                    .isSubsetOf(generated);
        }
    }
}
