package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a convention counts of the small network: 3,888 + 1,440 multiply-adds, and biases for 4·6·6 + 10 elements. */
class ConventionLimitTest {
    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void aSmallNet() {
        project = new SmallProject(folder).has("net.yaml", SmallProject.NET);
    }

    @ParameterizedTest
    @CsvSource({
        "multiply-adds, 5328, 0",
        "flops, 10656, 0",
        "flops, 10655, -1",
        "flops_with_bias, 10.81k, 0",
        "flops_with_bias, 10809, -1",
    })
    void itIsKeptUpToTheUnit(String convention, String bound, long headroom) {
        Judgement judgement = project.result(
                        "limits: {flops: {convention: " + convention + ", at most: " + bound + "}}")
                .judgement();

        assertThat(judgement.headroom()).hasValue(headroom);
        assertThat(judgement.verdict()).isEqualTo(headroom < 0 ? Verdict.BROKEN : Verdict.KEPT);
    }

    @Test
    void theHeaviestLayerIsNamed() {
        Finding finding = project.finding("limits: {flops: [{convention: flops, at most: 1k}]}");

        assertThat(finding.heaviest()).extracting(Contribution::layer).containsExactly("conv", "fc");
        assertThat(finding.heaviest()).extracting(Contribution::value).containsExactly(7776L, 2880L);
        assertThat(finding.limit().figure()).isEqualTo("flops");
    }

    /** A file of one's own is found from the folder of the budget; what it does not price is not free. */
    @Test
    void whatHasNoPriceIsNoPass() {
        Finding finding = project.has(
                        "chip.yaml", "{convention: chip, multiply_add: 1, operators: {conv: =multiply_adds}}\n")
                .finding("limits: {flops: {convention: chip.yaml, at most: 1G}}");

        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(finding.judgement().obstacle()).startsWith("not known of ");
    }
}
