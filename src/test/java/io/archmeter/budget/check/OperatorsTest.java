package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of all layers that do the same. */
class OperatorsTest {
    @TempDir
    Path folder;

    /** The convolution has 3,888 multiply-adds, 72.972…% of 5,328: 72.97% are 3,887.8416. */
    @ParameterizedTest
    @CsvSource({
        "conv, multiply_adds, 3888, 3888, KEPT",
        "conv, multiply_adds, 3887, 3887, BROKEN",
        "conv, multiply_adds, 72.97%, 3887, BROKEN",
        "conv, multiply_adds, 72.98%, 3888, KEPT",
        "linear, layers, 1, 1, KEPT",
        "linear, layers, 0, 0, BROKEN",
    })
    void theLayersOfAnOperatorAreHeldTogether(String kind, String figure, String bound, long allowed, Verdict verdict) {
        Judgement judgement = new SmallProject(folder)
                .has("net.yaml", SmallProject.NET)
                .result("operators: {" + kind + ": {" + figure + ": " + bound + "}}")
                .judgement();

        assertThat(judgement.allowed()).hasValue(allowed);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @Test
    void anOperatorThatIsNotThereHasNothing() {
        Judgement judgement = new SmallProject(folder)
                .has("net.yaml", SmallProject.NET)
                .result("operators: {lrn: {multiply_adds: 0}}")
                .judgement();

        assertThat(judgement.actual()).hasValue(0);
        assertThat(judgement.verdict()).isEqualTo(Verdict.KEPT);
    }

    @Test
    void whatIsForbiddenIsFoundOncePerPlaceOfTheSpec() {
        SmallProject project = new SmallProject(folder).has("net.yaml", """
                input: [4]
                layers:
                  body: {repeat: 3, layers: [{linear: 4}, dropout]}
                  last: dropout
                """);
        Result result = project.result("forbidden: [dropout]");

        assertThat(result.judgement().actual()).hasValue(4);
        assertThat(result.findings()).extracting(Finding::layer).containsExactly("body.1", "last");
        assertThat(result.findings())
                .extracting(finding -> project.seen(finding.place()))
                .containsExactly("net.yaml:3:43", "net.yaml:4:9");
        assertThat(project.result("forbidden: [lrn]").judgement().verdict()).isEqualTo(Verdict.KEPT);
    }
}
