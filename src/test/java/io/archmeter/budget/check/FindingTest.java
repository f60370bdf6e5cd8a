package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a finding leads. */
class FindingTest {
    @TempDir
    Path folder;

    /** The convolution grows by 28 to 5·27 + 5 = 140, the linear layer after it by 36·10 = 360 to 1,810; that is the heavier one too. */
    @Test
    void itLeadsToWhatGrewMost() {
        SmallProject project = new SmallProject(folder)
                .had("net.yaml", SmallProject.NET)
                .has("net.yaml", SmallProject.NET.replace("conv: 4", "conv: 5"));
        Finding finding = project.finding("limits: {parameters: +10%}");

        assertThat(finding.grown()).extracting(LayerGrowth::layer).containsExactly("fc", "conv");
        assertThat(finding.grown()).extracting(LayerGrowth::by).containsExactly(360L, 28L);
        assertThat(finding.layer()).isEqualTo("fc");
        assertThat(project.seen(finding.place())).isEqualTo("net.yaml:5:8");
        assertThat(finding.remedy())
                .startsWith("fc: global average pooling before flatten divides its weights by 36")
                .endsWith("; if the change is meant, run 'archmeter baseline' and commit what it writes");
    }

    @Test
    void whatGrewComesBeforeWhatIsHeavy() {
        SmallProject project = new SmallProject(folder)
                .had("net.yaml", SmallProject.NET)
                .has("net.yaml", SmallProject.NET + "  head: {linear: 5}\n");
        Finding finding = project.finding("limits: {parameters: no more}");

        assertThat(finding.heaviest()).extracting(Contribution::layer).containsExactly("fc", "conv", "head");
        assertThat(finding.layer()).isEqualTo("head");
        assertThat(project.seen(finding.place())).isEqualTo("net.yaml:6:10");
    }

    /** From 2 parameters each to 1·2 + 2 = 4, 2·3 + 3 = 9, 3·4 + 4 = 16 and 4·5 + 5 = 25. */
    @Test
    void itNamesTheThreeThatSayMost() {
        String before = "input: [1]\nlayers: {a: {linear: 1}, b: {linear: 1}, c: {linear: 1}, d: {linear: 1}}\n";
        String after = "input: [1]\nlayers: {a: {linear: 2}, b: {linear: 3}, c: {linear: 4}, d: {linear: 5}}\n";
        Finding finding = new SmallProject(folder)
                .had("net.yaml", before)
                .has("net.yaml", after)
                .finding("limits: {parameters: no more}");

        assertThat(finding.heaviest()).extracting(Contribution::value).containsExactly(25L, 16L, 9L);
        assertThat(finding.grown()).extracting(LayerGrowth::by).containsExactly(23L, 14L, 7L);
        assertThat(finding.grown()).extracting(LayerGrowth::kind).containsOnly(LayerGrowth.Kind.CHANGED);
    }

    /** Each layer is one layer. */
    @Test
    void ofLayersNoneWeighsMoreThanAnother() {
        SmallProject project = new SmallProject(folder).has("net.yaml", SmallProject.NET);

        assertThat(project.finding("limits: {layers: 2}").heaviest()).isEmpty();
        assertThat(project.finding("layers: {'*': {layers: 0}}").heaviest()).isEmpty();
    }

    /** 138,357,544 parameters in torchvision's vgg16, of them 25,088·4,096 + 4,096 = 102,764,544 in the first linear layer. */
    @Test
    void aModelOfTheToolIsFoundWhereItIsLimited() {
        SmallProject project = new SmallProject(folder);
        CheckReport report = project.checks("models: vgg16, limits: {parameters: 100M}");
        Finding finding = report.findings().get(0);

        assertThat(finding.judgement().headroom()).hasValue(-38_357_544);
        assertThat(project.seen(finding.place())).isEqualTo("budget.yaml:2:42");
        assertThat(finding.layer()).isEqualTo("classifier.0");
        assertThat(finding.heaviest().get(0).value()).isEqualTo(102_764_544);
    }

    @Test
    void numbersAndPlacesDoNotChangeItsIdentity() {
        SmallProject project = new SmallProject(folder).has("net.yaml", SmallProject.NET);
        Finding before = project.finding("limits: {parameters: 1k}");
        Finding after = project.has("net.yaml", "# moved\n" + SmallProject.NET.replace("10", "11"))
                .finding("batch: 1, limits: {parameters: 900}");

        assertThat(after.place()).isNotEqualTo(before.place());
        assertThat(after.identity()).isEqualTo(before.identity());
        assertThat(project.finding("limits: {multiply_adds: 1k}").identity()).isNotEqualTo(before.identity());
    }

    @Test
    void limitsKeepTheOrderOfTheBudget() {
        CheckReport report = new SmallProject(folder)
                .has("net.yaml", SmallProject.NET)
                .checks(
                        "models: net.yaml, forbidden: [lrn], layers: {fc: {parameters: 2k}}, limits: {layers: 3, depth: 2}");

        assertThat(report.models().get(0).results())
                .extracting(result -> result.rule().id())
                .containsExactly("forbidden-operator", "layer-limit", "total-limit", "total-limit");
    }

    @Test
    void theProblemsOfAllModelsAreSaidAtOnce() {
        SmallProject project = new SmallProject(folder)
                .has("a.yaml", "input: [3, 4, 4]\nlayers: {a: {conv: 5, kernel: 7}}\n")
                .has("b.yaml", "input: [3, 4, 4]\nlayers: {b: {conv: 5, kernel: 9}}\n");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.checks("models: [a.yaml, b.yaml], limits: {parameters: 1k}"))
                .satisfies(thrown -> assertThat(thrown.problems()).hasSize(2));
    }

    /**
     * 5,328 multiply-adds where none may be; 8 pixels seen of 32; three layers of one; 1,562 parameters of 781, and a depth of 2 of 1,
     * which is as many times too much and less beyond.
     */
    @Test
    void whatIsTheMostTimesOverItsLimitIsTheWorst() {
        CheckReport report = new SmallProject(folder)
                .has("net.yaml", SmallProject.NET)
                .checks("models: net.yaml, limits:"
                        + " {depth: 1, parameters: 781, layers: 1, receptive_field: 32, multiply_adds: 0}");

        assertThat(report.worstFindings())
                .extracting(finding -> finding.limit().metric().toString())
                .containsExactly("multiply_adds", "receptive_field", "layers", "parameters", "depth");
    }

    /** 1,562 of 2,000 parameters, and 3 of 3 layers. */
    @Test
    void theTightestLimitIsTheOneThatLeavesLeast() {
        ModelReport report = new SmallProject(folder)
                .has("net.yaml", SmallProject.NET)
                .checks("models: net.yaml, limits: {parameters: 2k, layers: 3}")
                .models()
                .get(0);

        assertThat(report.tightest().orElseThrow().limit().metric().toString()).isEqualTo("layers");
    }

    @Test
    void aKeptLimitHasNoFindingAndABrokenOneHas() {
        Result kept = new SmallProject(folder).has("net.yaml", SmallProject.NET).result("limits: {layers: 3}");
        Finding finding = new SmallProject(folder).finding("limits: {layers: 2}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result(kept.rule(), kept.judgement(), List.of(finding)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result(finding.rule(), finding.judgement(), List.of()));
    }
}
