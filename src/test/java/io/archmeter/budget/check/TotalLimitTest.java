package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.budget.Measurement;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotalLimitTest {
    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void aSmallNet() {
        project = new SmallProject(folder).has("net.yaml", SmallProject.NET);
    }

    /** 1,562 parameters in 6,248 bytes, 3,888 + 1,440 multiply-adds, 2 layers with such, 3 in all; 8 of 8 pixels are seen. */
    @ParameterizedTest
    @CsvSource({
        "parameters, 1562, 1562, 0",
        "parameters, 1561, 1561, -1",
        "parameters, 1563, 1563, 1",
        "multiply_adds, 5328, 5328, 0",
        "multiply_adds, 5327, 5327, -1",
        "weight_bytes, 6.248kB, 6248, 0",
        "weight_bytes, 6.1KiB, 6246, -2",
        "depth, 2, 2, 0",
        "layers, 2, 2, -1",
        "receptive_field, 8, 8, 0",
        "receptive_field, 9, 9, -1",
        "receptive_field, 1, 1, 7",
    })
    void anAbsoluteIsKeptUpToTheUnit(String figure, String bound, long allowed, long headroom) {
        Judgement judgement =
                project.result("limits: {" + figure + ": " + bound + "}").judgement();

        assertThat(judgement.allowed()).hasValue(allowed);
        assertThat(judgement.headroom()).hasValue(headroom);
        assertThat(judgement.verdict()).isEqualTo(headroom < 0 ? Verdict.BROKEN : Verdict.KEPT);
    }

    /** The baseline has the same 1,562: 101% are 1,577.62, 100.03% are 1,562.4686, 90% are 1,405.8. */
    @ParameterizedTest
    @CsvSource({
        "+1%, 1577",
        "+0.03%, 1562",
        "+0.1%, 1563",
        "-10%, 1405",
        "no more, 1562",
        "+100, 1662",
        "+1k, 2562",
        "-62, 1500",
        "-1562, 0",
        "-2k, 0",
    })
    void aRelativeBoundIsRoundedDownAndNotBelowZero(String bound, long allowed) {
        Judgement judgement = project.had("net.yaml", SmallProject.NET)
                .result("limits: {parameters: " + bound + "}")
                .judgement();

        assertThat(judgement.before()).hasValue(1562);
        assertThat(judgement.allowed()).hasValue(allowed);
        assertThat(judgement.verdict()).isEqualTo(allowed < 1562 ? Verdict.BROKEN : Verdict.KEPT);
    }

    /** 8 pixels are seen: 90% are 7.2, of which 7 are too few. */
    @ParameterizedTest
    @CsvSource({"-10%, 8", "no less, 8", "-1, 7", "+1, 9", "+0.1%, 9"})
    void whatMustBeThereIsRoundedUp(String bound, long allowed) {
        Judgement judgement = project.had("net.yaml", SmallProject.NET)
                .result("limits: {receptive_field: " + bound + "}")
                .judgement();

        assertThat(judgement.allowed()).hasValue(allowed);
        assertThat(judgement.verdict()).isEqualTo(allowed > 8 ? Verdict.BROKEN : Verdict.KEPT);
    }

    @Test
    void aPercentageOfZeroIsZeroAndSaysSo() {
        Finding finding = new SmallProject(folder)
                .had("net.yaml", "input: [3, 8, 8]\nlayers: {relu: relu}\n")
                .has("net.yaml", SmallProject.NET)
                .finding("limits: {parameters: +50%}");

        assertThat(finding.judgement().allowed()).hasValue(0);
        assertThat(finding.remedy())
                .endsWith("a percentage of zero is zero: write an absolute limit; if the change is meant, run"
                        + " 'archmeter baseline' and commit what it writes");
    }

    @Test
    void zeroIsWithinAPercentageOfZero() {
        String relu = "input: [3, 8, 8]\nlayers: {relu: relu}\n";

        assertThat(new SmallProject(folder)
                        .had("net.yaml", relu)
                        .result("limits: {parameters: no more}")
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.KEPT);
    }

    @Test
    void aModelThatTheBaselineDoesNotHaveIsNoPass() {
        Finding finding = project.hadNothing().finding("limits: {parameters: +2%}");

        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(finding.judgement().obstacle()).isEqualTo("the baseline does not have this model");
        assertThat(finding.judgement().actual()).hasValue(1562);
        assertThat(finding.judgement().allowed()).isEqualTo(OptionalLong.empty());
        assertThat(finding.remedy()).isEqualTo("run 'archmeter baseline' and commit what it writes");
    }

    /** A vector is no image: no window describes what a linear layer sees of it. */
    @Test
    void whatIsNotKnownIsNoPass() {
        Finding finding = project.has("net.yaml", "input: [8]\nlayers: {fc: {linear: 10}}\n")
                .finding("limits: {receptive_field: 1}");

        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(finding.judgement().obstacle()).isEqualTo("the receptive field is not known");
        assertThat(finding.remedy())
                .isEqualTo("limit another figure, or take the model out of this limit with 'except'");
        assertThat(project.seen(finding.place())).isEqualTo("budget.yaml:2:50");
    }

    /** The peak is the input of 3·8·8·4 = 768 bytes beside the output of 4·6·6·4 = 576; nothing is left between them. */
    @ParameterizedTest
    @ValueSource(strings = {"peak_bytes", "arena_bytes"})
    void aPeakNamesWhatIsHeldAtIt(String figure) {
        Finding finding = project.finding("limits: {" + figure + ": 1kB}");

        assertThat(finding.judgement().actual()).hasValue(1344);
        assertThat(finding.heaviest()).extracting(Contribution::layer).containsExactly("input", "conv");
        assertThat(finding.heaviest()).extracting(Contribution::value).containsExactly(768L, 576L);
        assertThat(finding.heaviest()).extracting(Contribution::whole).containsOnly(1344L);
    }

    /** 768 + 576 bytes are those of the network that was measured, and not of what its file holds when the layers at the peak are looked for. */
    @Test
    void aPeakIsExplainedByTheNetworkThatWasMeasured() {
        List<Measurement> measured = project.measures("models: net.yaml, limits: {peak_bytes: 1kB}");
        project.has("net.yaml", "input: [3, 8, 8]\nlayers: {wide: {conv: 40, kernel: 3}}\n");

        Finding finding = project.judged(measured).findings().get(0);

        assertThat(finding.heaviest()).extracting(Contribution::layer).containsExactly("input", "conv");
        assertThat(finding.heaviest()).extracting(Contribution::value).containsExactly(768L, 576L);
    }

    /** Adam has two numbers for each parameter beside it and its gradient: the linear layer holds 1,450·4·4 = 23,200 bytes and more. */
    @Test
    void aPeakOfTrainingNamesLayersWithAllThatTheyHold() {
        Finding finding = project.finding("limits: {training_peak_bytes: 1kB}");

        assertThat(finding.heaviest().get(0).layer()).isEqualTo("fc");
        assertThat(finding.heaviest().get(0).value()).isBetween(23_200L, 23_400L);
    }
}
