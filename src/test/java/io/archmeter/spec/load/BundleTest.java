package io.archmeter.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.facts.Cost;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.load.BundledModel;
import io.archmeter.load.LoadOptions;
import io.archmeter.metric.Metric;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.Drawn;
import io.archmeter.spec.library.BundleIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final Path SPECS = Path.of("specs");

    static List<BundledModel> models() {
        return Bundle.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsLoadedByItsName(BundledModel model) {
        assertThat(Archmeter.load(model.name()).graph()).satisfies(graph -> {
            assertThat(graph.name()).isEqualTo(model.name());
            assertThat(graph.title()).isEqualTo(model.title());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsThatOfItsFile(BundledModel model) {
        String file = SPECS.resolve(model.file()).toString();

        assertThat(Drawn.layers(Archmeter.load(file + "#" + model.name()).graph()))
                .isEqualTo(Drawn.layers(Archmeter.load(model.name()).graph()));
    }

    @Test
    void modelsStandInTheOrderOfTheirNames() {
        assertThat(models())
                .extracting(BundledModel::name)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("alexnet", "googlenet", "inception_v3", "resnet50", "squeezenet1_1", "vgg16");
        assertThat(Archmeter.bundled()).isEqualTo(models());
    }

    @Test
    void everyModelHasATitle() {
        assertThat(models())
                .extracting(BundledModel::title)
                .noneMatch(String::isBlank)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#ofImages")
    void everyModelOfImagesTakesAnotherNumberOfClasses(String model) {
        LoadOptions ten = new LoadOptions(1, Optional.empty(), Map.of("classes", "10"));

        Graph graph = Archmeter.load(model, ten).graph();

        assertThat(graph.outputValues().get(0).shape().extents()).contains(10L);
        assertThat(graph.values())
                .extracting(Value::shape)
                .as("outputs of 1000 classes, those of heads included")
                .doesNotContain(Shape.of(1, 1000));
    }

    /**
     * torchvision's totals, less the last layer's parameters of 1000 classes and with those of 10: resnet18 11,689,512 − 513·1000 + 513·10,
     * resnet50 25,557,032 − 2049·990, vgg16 138,357,544 − 4097·990, alexnet 61,100,840 − 4097·990, squeezenet1_1 1,235,496 − 513·990.
     */
    @ParameterizedTest
    @CsvSource({
        "resnet18, 11181642",
        "resnet50, 23528522",
        "vgg16, 134301514",
        "alexnet, 57044810",
        "squeezenet1_1, 727626"
    })
    void tenClassesTakeAsManyParametersAsInTorchvision(String model, long parameters) {
        LoadOptions ten = new LoadOptions(1, Optional.empty(), Map.of("classes", "10"));

        assertThat(Archmeter.load(model, ten).analyze().total().parameters()).isEqualTo(parameters);
    }

    @Test
    void studiesAreModelsThatAreCalledByTheirFiles() {
        assertThat(Bundle.of(BundledKind.STUDIES))
                .extracting(BundledModel::name)
                .contains("studies/stems.yaml#googlenet", "studies/vgg_lecture.yaml")
                .doesNotContainAnyElementsOf(BundleIndex.names());
        assertThat(Bundle.of(BundledKind.STUDIES)).allSatisfy(study -> {
            assertThat(study.title()).isNotBlank();
            assertThat(Archmeter.load("archmeter:" + study.name()).graph().title())
                    .isEqualTo(study.title());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet.yaml#resnet50", "archmeter:resnet.yaml#resnet50", "resnet50"})
    void aFileOfTheBundleIsCalledByItsPath(String reference) {
        assertThat(Archmeter.load(reference).graph().title()).startsWith("ResNet-50,");
    }

    @Test
    void whatIsWrongInABundledFileSaysHowItIsSeen() {
        LoadOptions small = new LoadOptions(1, Optional.of(Shape.of(3, 20, 20)), Map.of());
        ProblemException failed = catchThrowableOfType(ProblemException.class, () -> Archmeter.load("alexnet", small));

        assertThat(failed.problems().get(0).place().toString()).matches("archmeter:alexnet\\.yaml:\\d+:\\d+");
        assertThat(failed.problems())
                .filteredOn(problem ->
                        problem.remedy().contains("'archmeter show archmeter:alexnet.yaml' prints this file"))
                .hasSize(1);
    }

    @Test
    void aFileThatIsNotInTheBundleNamesTheOneThatWasMeant() {
        assertThatThrownBy(() -> Archmeter.load("archmeter:resnt.yaml#resnet50"))
                .hasMessageContaining("archmeter:resnt.yaml: error: [missing-file] no such file comes with archmeter")
                .hasMessageContaining("did you mean 'resnet.yaml'?");
    }

    static Stream<BundledModel> all() {
        return Stream.of(BundledKind.values()).flatMap(kind -> Bundle.of(kind).stream());
    }

    /** A copy lies in another folder, where nothing else of the bundle is. */
    @ParameterizedTest
    @MethodSource("all")
    void aCopyOfABundledSpecCostsWhatTheIndexSays(BundledModel model) {
        String text = SpecLoader.text(model.name());
        String variant = model.name().substring(model.name().indexOf('#') + 1);
        String copy = text.contains("\nvariants:") ? "copy.yaml#" + variant : "copy.yaml";

        Graph graph = Drawn.graph(Map.of("copy.yaml", text), copy, LoadOptions.DEFAULT);

        Cost total = new Model(graph).analyze().total();
        assertThat(Metric.PARAMETERS.of(total)).isEqualTo(model.parameters());
        assertThat(Metric.MULTIPLY_ADDS.of(total)).isEqualTo(model.multiplyAdds());
        assertThat(graph.title()).isEqualTo(model.title()).isNotBlank();
        assertThat(text).startsWith("# yaml-language-server: $schema=archmeter.schema.json\n");
        assertThat(text.lines()).noneMatch(line -> line.contains("[blocks/"));
    }

    /** A study or an example is one wherever a file is. */
    @ParameterizedTest
    @ValueSource(strings = {"examples/unet.yaml#unet_bn", "archmeter:examples/unet.yaml#unet_bn"})
    void anExampleIsCalledByItsFile(String reference) {
        assertThat(Archmeter.load(reference).graph().title()).isEqualTo("U-Net with padding and batch normalization");
        assertThat(SpecLoader.modelsIn("examples/unet.yaml")).contains("examples/unet.yaml#unet_bn");
    }

    @Test
    void blocksOfTheBundleCanBeImported() {
        assertThat(Drawn.layers("""
                imports: [archmeter:blocks/basic_conv.yaml]
                input: [3, 8, 8]
                layers: {stem: {basicconv: 4, kernel: 3}}
                """))
                .containsExactly(
                        "stem.conv: conv(input) 1x4x6x6",
                        "stem.bn: batchnorm(stem.conv) 1x4x6x6",
                        "stem.relu: relu(stem.bn) 1x4x6x6");
    }

    @Test
    void aBlockOfAModelTakesTheParamsThatItAsksForFromTheModelThatImportsIt() {
        assertThat(Drawn.layers("""
                imports: [archmeter:resnet.yaml]
                input: [64, 8, 8]
                params: {groups: 1, group_width: 64, v1: false}
                layers: {stage: {bottleneck: 16}}
                """))
                .contains("stage.conv2: conv(stage.relu1) 1x16x8x8", "stage.conv3: conv(stage.relu2) 1x64x8x8");
    }
}
