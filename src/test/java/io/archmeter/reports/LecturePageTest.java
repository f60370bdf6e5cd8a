package io.archmeter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.sweep.file.Spaces;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            assertThat(studies.filter(study -> !isOfASpace(study)))
                    .isNotEmpty()
                    .allSatisfy(study -> assertThat(page).contains("specs/studies/" + study.getFileName()));
        }
    }

    /** What a sweep runs through. */
    private static boolean isOfASpace(Path study) {
        return Spaces.names().stream()
                .map(name -> Path.of("specs/spaces", name + ".yaml"))
                .anyMatch(space -> contentOf(space).contains("spec: ../studies/" + study.getFileName() + "\n"));
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<String> faults(Section section, Row row) {
        return row.figures().stream()
                .flatMap(figure -> figure.faults().stream())
                .map(fault -> section.title() + ", " + row.what() + ": " + fault);
    }
}
