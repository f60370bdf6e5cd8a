package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleLimitTest {
    /** Linear layers of 4·4 + 4 = 20 parameters each. */
    private static final String STAGES = """
            input: [4]
            layers:
              layer1: [{linear: 4}, {linear: 4}]
              layer10: [{linear: 4}]
              head: {linear: 4}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"layer1, 40", "layer1.*, 40", "layer1*, 60", "layer1.0, 20", "'*', 80", "head, 20", "l*r1, 40"})
    void aPatternHoldsWhatLiesBelow(String pattern, long parameters) {
        Result result = new SmallProject(folder)
                .has("net.yaml", STAGES)
                .result("modules: {'" + pattern + "': {parameters: " + parameters + "}}");

        assertThat(result.judgement().actual()).hasValue(parameters);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.KEPT);
    }

    @Test
    void theHeaviestLayerOfTheModuleIsWhereToLook() {
        SmallProject project = new SmallProject(folder)
                .has("net.yaml", STAGES.replace("layer10: [{linear: 4}]", "layer10: [{linear: 5}, {linear: 4}]"));
        // 4·5 + 5 = 25 and 5·4 + 4 = 24.
        Finding finding = project.finding("modules: {layer10: {parameters: 48}}");

        assertThat(finding.judgement().headroom()).hasValue(-1);
        assertThat(finding.layer()).isEqualTo("layer10.0");
        assertThat(project.seen(finding.place())).isEqualTo("net.yaml:4:14");
        assertThat(finding.heaviest()).extracting(Contribution::value).containsExactly(25L, 24L);
        assertThat(finding.heaviest()).extracting(Contribution::whole).containsOnly(49L);
    }

    /** From 20 parameters to 4·5 + 5 = 25; what lies before grows more, to 4·8 + 8 = 40 and 8·4 + 4 = 36. */
    @Test
    void onlyLayersOfTheModuleExplainItsGrowth() {
        Finding finding = new SmallProject(folder)
                .had("net.yaml", STAGES)
                .has(
                        "net.yaml",
                        STAGES.replace("layer1: [{linear: 4}", "layer1: [{linear: 8}")
                                .replace("layer10: [{linear: 4}]", "layer10: [{linear: 5}]"))
                .finding("modules: {layer10: {parameters: no more}}");

        assertThat(finding.grown()).extracting(LayerGrowth::layer).containsExactly("layer10.0");
        assertThat(finding.grown()).extracting(LayerGrowth::by).containsExactly(5L);
        assertThat(finding.layer()).isEqualTo("layer10.0");
    }

    /** The input of 768 bytes beside the convolution's output of 576; those beside the linear layer's of 40; those alone. */
    @Test
    void aPeakOfLayersIsTheLargestThatOneOfThemNeeds() {
        Finding finding =
                new SmallProject(folder).has("net.yaml", SmallProject.NET).finding("modules: {'*': {peak_bytes: 1kB}}");

        assertThat(finding.judgement().actual()).hasValue(1344);
        assertThat(finding.heaviest()).extracting(Contribution::layer).containsExactly("conv", "fc", "flatten");
        assertThat(finding.heaviest()).extracting(Contribution::value).containsExactly(1344L, 616L, 576L);
        assertThat(finding.heaviest()).extracting(Contribution::whole).containsOnly(1344L);
    }

    @Test
    void aModuleThatLostALayerIsComparedWithAllThatItHad() {
        Result result = new SmallProject(folder)
                .had("net.yaml", STAGES)
                .has("net.yaml", STAGES.replace("layer1: [{linear: 4}, {linear: 4}]", "layer1: [{linear: 4}]"))
                .result("modules: {layer1: {parameters: no more}}");

        assertThat(result.judgement().before()).hasValue(40);
        assertThat(result.judgement().actual()).hasValue(20);
    }

    @Test
    void aModuleWithAnotherNameIsComparedWithItsOldSelf() {
        Result result = new SmallProject(folder)
                .had("net.yaml", STAGES)
                .has("net.yaml", STAGES.replace("layer1:", "stem:"))
                .result("modules: {stem: {parameters: no more}}");

        assertThat(result.judgement().before()).hasValue(40);
        assertThat(result.judgement().verdict()).isEqualTo(Verdict.KEPT);
    }

    @Test
    void aPatternThatFitsNothingCannotBeUsed() {
        SmallProject project = new SmallProject(folder).has("net.yaml", STAGES);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.result("modules: {laier1: {parameters: 48}}"))
                .satisfies(
                        thrown -> assertThat(project.seen(thrown.getMessage())).isEqualTo("""
                        budget.yaml:2:55: error: [no-such-layer] 'laier1' fits no layer of net.yaml
                            remedy: did you mean 'layer1'?"""));
    }

    /** 100,000 paths of two to six letters, and patterns whose 900 letters may be held against each of them: the work is refused before. */
    @Test
    void manyPatternsOnManyLayersAreNotTried() {
        SmallProject project =
                new SmallProject(folder).has("net.yaml", "input: [4]\nlayers: [{repeat: 100000, relu: }]\n");
        String patterns = IntStream.range(0, 20)
                .mapToObj(i -> "'*" + "x".repeat(900) + i + "': {parameters: 48}")
                .collect(Collectors.joining(", "));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.result("modules: {" + patterns + "}"))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .singleElement()
                        .returns("too-many-patterns", Problem::code)
                        .returns(
                                "with this one, too many patterns are to be held against the 100000 layers of net.yaml",
                                Problem::fact));
    }

    @Test
    void ofManyPatternsThatFitNothingAHundredAreSaid() {
        SmallProject project = new SmallProject(folder).has("net.yaml", STAGES);
        String patterns = IntStream.range(0, 1_000)
                .mapToObj(i -> "none" + i + ": {parameters: 48}")
                .collect(Collectors.joining(", "));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.result("modules: {" + patterns + "}"))
                .satisfies(thrown ->
                        assertThat(thrown.problems()).hasSize(101).last().returns("too-many-problems", Problem::code));
    }

    @Test
    void ofSeveralModelsItIsEnoughThatItFitsOne() {
        CheckReport report = new SmallProject(folder)
                .has("a.yaml", SmallProject.NET)
                .has("b.yaml", STAGES)
                .checks("models: [a.yaml, b.yaml], modules: {layer1: {parameters: 40}}");

        assertThat(report.models())
                .extracting(model -> model.results().get(0).judgement().verdict())
                .containsExactly(Verdict.NO_LAYER, Verdict.KEPT);
        assertThat(report.fails()).isFalse();
    }
}
