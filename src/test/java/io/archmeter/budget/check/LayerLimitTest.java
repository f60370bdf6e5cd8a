package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.program.Growth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerLimitTest {
    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void aSmallNet() {
        project = new SmallProject(folder).has("net.yaml", SmallProject.NET);
    }

    /** 30% of 1,562 are 468.6; 92.83% are 1,450.0046 and 92.82% are 1,449.8484, beside the 1,450 of the linear layer. */
    @ParameterizedTest
    @CsvSource({"30%, 468", "92.82%, 1449", "92.83%, 1450", "100%, 1562"})
    void aShareIsOfTheWholeNetwork(String share, long allowed) {
        Judgement judgement =
                project.result("layers: {'*': {parameters: " + share + "}}").judgement();

        assertThat(judgement.actual()).hasValue(1450);
        assertThat(judgement.allowed()).hasValue(allowed);
        assertThat(judgement.verdict()).isEqualTo(allowed < 1450 ? Verdict.BROKEN : Verdict.KEPT);
    }

    @Test
    void eachLayerThatIsOverIsAFindingAtItsPlaceAndTheWorstIsTheResult() {
        Result result = project.result("layers: {'*': {parameters: 100}}");

        assertThat(result.judgement().actual()).hasValue(1450);
        assertThat(result.findings()).extracting(Finding::layer).containsExactly("conv", "fc");
        assertThat(result.findings())
                .extracting(finding -> finding.judgement().actual().getAsLong())
                .containsExactly(112L, 1450L);
        assertThat(result.findings())
                .extracting(finding -> project.seen(finding.place()))
                .containsExactly("net.yaml:3:10", "net.yaml:5:8");
    }

    @Test
    void findingsOfOneLimitAreToldApartByTheirLayers() {
        Result result = project.result("layers: {'*': {parameters: 100}}");

        assertThat(result.findings()).extracting(Finding::identity).hasSize(2).doesNotHaveDuplicates();
    }

    /** 144·12 + 12 = 1,740 parameters before, 1,450 now. */
    @Test
    void aLayerThatShrankHasNotGrown() {
        Finding finding = project.had("net.yaml", SmallProject.NET.replace("linear: 10", "linear: 12"))
                .has("net.yaml", SmallProject.NET)
                .finding("layers: {fc: {parameters: 1000}}");

        assertThat(finding.grown()).isEmpty();
        assertThat(finding.heaviest()).extracting(Contribution::value).containsExactly(1450L);
    }

    @Test
    void aPatternOfLayersIsNoneOfModules() {
        project.has("net.yaml", "input: [4]\nlayers: {stage: [{linear: 4}]}\n");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.result("layers: {stage: {parameters: 1}}"));
        assertThat(project.result("layers: {stage.0: {parameters: 20}}")
                        .judgement()
                        .actual())
                .hasValue(20);
    }

    @Test
    void onlyLayersWhosePathFitsAreHeld() {
        assertThat(project.result("layers: {c*: {parameters: 112}}").judgement().actual())
                .hasValue(112);
    }

    /** 144·11 + 11 = 1,595 are 10% more than 1,450, exactly. */
    @ParameterizedTest
    @CsvSource({"11, 1595, KEPT", "12, 1740, BROKEN"})
    void growthIsThatOfTheSameLayer(int features, long actual, Verdict verdict) {
        Judgement judgement = project.had("net.yaml", SmallProject.NET)
                .has("net.yaml", SmallProject.NET.replace("linear: 10", "linear: " + features))
                .result("layers: {'*': {parameters: +10%}}")
                .judgement();

        assertThat(judgement.actual()).hasValue(actual);
        assertThat(judgement.before()).hasValue(1450);
        assertThat(judgement.allowed()).hasValue(1595);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @Test
    void aLayerWithAnotherNameIsComparedWithItsOldSelf() {
        Judgement judgement = project.had("net.yaml", SmallProject.NET)
                .has("net.yaml", SmallProject.NET.replace("fc:", "classifier:"))
                .result("layers: {classifier: {parameters: no more}}")
                .judgement();

        assertThat(judgement.before()).hasValue(1450);
        assertThat(judgement.verdict()).isEqualTo(Verdict.KEPT);
    }

    /** 10·5 + 5 = 55 parameters. */
    @Test
    void aNewLayerHadNothing() {
        Finding finding = project.had("net.yaml", SmallProject.NET)
                .has("net.yaml", SmallProject.NET + "  head: {linear: 5}\n")
                .finding("layers: {'*': {parameters: +10%}}");

        assertThat(finding.layer()).isEqualTo("head");
        assertThat(finding.judgement().before()).hasValue(0);
        assertThat(finding.judgement().actual()).hasValue(55);
        assertThat(finding.grown()).extracting(LayerGrowth::kind).containsExactly(LayerGrowth.Kind.ADDED);
        assertThat(finding.remedy())
                .isEqualTo("a percentage of zero is zero: write an absolute limit; if the change is meant, run"
                        + " 'archmeter baseline' and commit what it writes");
    }

    @Test
    void whatANewLayerSawBeforeIsNotKnownAndThatIsSaid() {
        Finding finding = project.had("net.yaml", SmallProject.NET)
                .has("net.yaml", SmallProject.NET.replace("  flatten: ", "  more: {conv: 4, kernel: 1}\n  flatten: "))
                .finding("layers: {more: {receptive_field: no less}}");

        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(finding.judgement().obstacle()).isEqualTo("the baseline does not have such a layer");
    }

    /** 50,000 layers of 20 parameters, each over five limits: a million lines would help nobody, and fill the memory. */
    @Test
    void moreFindingsThanAnybodyReadsAreNotMade() {
        String deep = "input: [4]\nlayers: [{repeat: 50000, linear: 4}]\n";
        String limits = "'*': {parameters: 19, multiply_adds: 1, weight_bytes: 1, output_bytes: 1, layers: 0}";

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.has("net.yaml", deep).checks("models: net.yaml, layers: {" + limits + "}"))
                .satisfies(thrown ->
                        assertThat(thrown.problems()).singleElement().returns("too-many-findings", Problem::code));
    }

    /** 4·4 + 4 = 20 parameters in each of the linear layers. */
    static final class EachLayerOver implements IntConsumer {
        @Override
        public void accept(int layers) {
            String deep = "input: [4]\nlayers: [{repeat: " + layers + ", layers: [{linear: 4}, relu]}]\n";
            Result result = new SmallProject(temporary())
                    .had("net.yaml", deep)
                    .has("net.yaml", deep)
                    .result("layers: {'*': {parameters: 19}}");

            assertThat(result.findings()).hasSize(layers);
            assertThat(result.findings().get(layers - 1).heaviest().get(0).whole())
                    .isEqualTo(20L * layers);
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("archmeter-test");
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    @Test
    void aLayerThatIsOverIsNotHeldBesideAllOthers() {
        Growth.requireProportional(EachLayerOver.class, 500);
    }
}
