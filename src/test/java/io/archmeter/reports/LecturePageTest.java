package io.archmeter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LecturePageTest {
    @Test
    void everyPrintedFigureAgreesOrHasAReasonAndNeverBoth() {
        List<String> faults = LecturePage.sections().stream()
                .flatMap(section -> section.tables().stream()
                        .flatMap(table -> table.rows().stream())
                        .flatMap(row -> faults(section, row)))
                .toList();

        assertThat(faults).isEmpty();
    }

    @Test
    void everyStudyIsOnThePage() throws IOException {
        String page = LecturePage.text();

        try (Stream<Path> studies = Files.list(Path.of("specs/studies"))) {
            assertThat(studies)
                    .isNotEmpty()
                    .allSatisfy(study -> assertThat(page).contains("specs/studies/" + study.getFileName()));
        }
    }

    private static Stream<String> faults(Section section, Row row) {
        return row.figures().stream()
                .flatMap(figure -> figure.faults().stream())
                .map(fault -> section.title() + ", " + row.what() + ": " + fault);
    }
}
