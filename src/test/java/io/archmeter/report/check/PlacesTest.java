package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown beside the code calls each file as the repository does, in every line. */
class PlacesTest {
    private static final Places FROM_ABOVE = place -> new Span("models/" + place.file(), place.line(), place.column());

    @ParameterizedTest
    @CsvSource({"GITHUB", "JUNIT", "MARKDOWN", "SARIF"})
    void whatIsShownElsewhereNamesFilesFromTheRoot(CheckFormat format) {
        String written = CheckedModels.written(
                format, FROM_ABOVE, CheckedModels.over("a.yaml", "fc"), CheckedModels.gone("a.yaml"));

        assertThat(written)
                .contains("models/specs/net.yaml", "models/budget.yaml:3:26", "models/base")
                .doesNotContainPattern("(?<!models/)(specs/net|budget\\.yaml|base line|base%20line)");
    }

    @ParameterizedTest
    @CsvSource({"TEXT", "CSV", "JSON"})
    void whatIsReadHereNamesFilesFromHere(CheckFormat format) {
        assertThat(CheckedModels.written(
                        format, FROM_ABOVE, CheckedModels.over("a.yaml", "fc"), CheckedModels.gone("a.yaml")))
                .contains("specs/net.yaml", "budget.yaml")
                .doesNotContain("models/");
    }
}
