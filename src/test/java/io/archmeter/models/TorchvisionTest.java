package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.load.LoadOptions;
import io.archmeter.report.ParametersDocument;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled models against PyTorch, to the unit. */
class TorchvisionTest {
    /**
     * Modules whose inside torchvision computes by functions, of modules that are never called and of tensors: PyTorch's {@code
     * MultiheadAttention}, the products and linear layers of {@code ShiftedWindowAttention}, and the products of {@code
     * RelativePositionalMultiHeadAttention}.
     */
    private static final Pattern INSIDE_OF_ATTENTION = Pattern.compile(
            ".*\\.(self_attention|attn\\.(qkv|products|cosines|sums|proj)|attn_layer\\.1\\.(products|sums))");

    private static final Pattern OF_HEAD = Pattern.compile("(head\\.\\w+_head\\.)(.+)");

    static Stream<String> models() {
        return Torchvision.summary().stream().map(row -> row.get("model"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void totalsAreThoseOfPyTorch(String name) {
        CSVRecord expected = expected(name);
        CostReport inference = BundledModels.costs(name);
        assertThat(inference.input()).hasToString(expected.get("input"));
        assertThat(inference.total().multiplyAdds()).isEqualTo(count(expected, "multiply_adds"));
        CostReport training = BundledModels.model(name).analyze(DType.FLOAT32, true);
        assertThat(training.total().parameters()).isEqualTo(count(expected, "parameters"));
        assertThat(training.total().buffers()).isEqualTo(count(expected, "buffers"));
    }

    private static CSVRecord expected(String name) {
        return Torchvision.summary().stream()
                .filter(row -> row.get("model").equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> modelsWhoseTrainingIsMeasured() {
        return Torchvision.summary().stream()
                .filter(row -> !row.get("kept_for_backward").isEmpty())
                .map(row -> row.get("model"));
    }

    @ParameterizedTest
    @MethodSource("modelsWhoseTrainingIsMeasured")
    void autogradKeepsAsManyBytes(String name) {
        Model twoSamples = Archmeter.load(name, new LoadOptions(2, Optional.empty(), Map.of()));
        TrainingMemory training = TrainingMemory.of(twoSamples.facts(DType.FLOAT32), Optimizer.SGD);

        assertThat(training.keptForBackward().exact()).hasValue(count(expected(name), "kept_for_backward"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTensorHasItsNameAndShape(String name) {
        List<String> expected = Torchvision.parameters(name).stream()
                .map(row -> row.get("kind") + " " + row.get("name") + " " + row.get("shape"))
                .toList();
        List<String> ours = BundledModels.model(name).weights(true).stream()
                .filter(tensor -> tensor.kind() != Weight.Kind.CONSTANT)
                .map(TorchvisionTest::line)
                .toList();

        assertThat(ours).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** torchvision's figures of segmentation, in G: there, the auxiliary classifier is computed at inference too. */
    @ParameterizedTest
    @CsvSource({
        "fcn_resnet50, 152.717",
        "fcn_resnet101, 232.738",
        "deeplabv3_resnet50, 178.722",
        "deeplabv3_resnet101, 258.743",
        "deeplabv3_mobilenet_v3_large, 10.452",
        "lraspp_mobilenet_v3_large, 2.086",
    })
    void withItsHeadASegmentationComputesWhatIsPublished(String name, BigDecimal published) {
        long multiplyAdds =
                BundledModels.model(name).analyze(DType.FLOAT32, true).total().multiplyAdds();

        assertThat(BigDecimal.valueOf(multiplyAdds, 9).setScale(3, RoundingMode.HALF_UP))
                .isEqualTo(published);
    }

    /** torchvision's figures of detectors, in G: RetinaNet's is that of an image of 800×800. */
    @ParameterizedTest
    @CsvSource({"ssd300_vgg16, 34.858", "retinanet_resnet50_fpn, 151.54"})
    void aDetectorComputesWhatIsPublished(String name, BigDecimal published) {
        long multiplyAdds = BundledModels.costs(name).total().multiplyAdds();

        assertThat(BigDecimal.valueOf(multiplyAdds, 9).setScale(3, RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    /** What follows is Archmeter's own. */
    @Test
    void theFirstColumnsOfAFileOfParametersAreThoseOfPyTorch() {
        Model model = BundledModels.model("resnet50");
        Document document = ParametersDocument.of(model.analyze(), model.weightsWithUsers(true));
        List<String> first = Written.as(Format.CSV, document)
                .lines()
                .map(line -> line.replaceFirst(",[^,]*,[^,]*$", ""))
                .toList();

        assertThat(first).isEqualTo(Torchvision.linesOfParameters("resnet50"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyLeafModuleTakesGivesAndComputesTheSame(String name) {
        List<LayerCost> ours = BundledModels.costs(name).layers();

        for (Call call : calls(name)) {
            List<LayerCost> layers = layers(call.layer(), ours);
            LayerCost last = layers.get(layers.size() - 1);
            assertThat(last.output()).as(call.layer()).hasToString(call.row().get("outputs"));
            assertThat(layers.get(0).inputs())
                    .as(call.layer())
                    .extracting(Shape::toString)
                    .containsExactly(call.row().get("inputs"));
            if (!call.row().get("multiply_adds").isEmpty()) {
                assertThat(layers.stream()
                                .mapToLong(layer -> layer.cost().multiplyAdds())
                                .sum())
                        .as(call.layer())
                        .isEqualTo(count(call.row(), "multiply_adds"));
            }
        }
    }

    /** The layer that a leaf module is, or the layers that it is made of where it calls functions, one after the other. */
    private static List<LayerCost> layers(String module, List<LayerCost> ours) {
        List<LayerCost> layers = ours.stream()
                .filter(layer -> layer.name().equals(module) || layer.name().startsWith(module + "."))
                .toList();
        assertThat(layers).as(module).isNotEmpty();
        return layers;
    }

    /** A weight that is a layer of its own is none of PyTorch's modules, and what is inside of attention is functions. */
    @ParameterizedTest
    @MethodSource("models")
    void noLayerWithWeightsIsAddedToThoseOfPyTorch(String name) {
        Set<String> theirs = calls(name).stream().map(Call::layer).collect(Collectors.toSet());

        assertThat(BundledModels.costs(name).layers())
                .filteredOn(
                        layer -> layer.cost().parameters() > 0 || layer.cost().multiplyAdds() > 0)
                .filteredOn(layer -> !layer.operator().equals("parameter"))
                .extracting(LayerCost::name)
                .filteredOn(layer -> !INSIDE_OF_ATTENTION.matcher(layer).matches())
                .isSubsetOf(theirs);
    }

    /** A call of a module, and the layer of ours that stands for it. */
    private record Call(String layer, CSVRecord row) {}

    /**
     * PyTorch calls one module several times, as ResNet does its {@code relu}; a layer is computed once, so that the calls of
     * {@code relu} are the layers {@code relu1}, {@code relu2}, …. Those of a head on several maps are below {@code map1}, {@code map2},
     * … from the second on.
     */
    private static List<Call> calls(String model) {
        List<CSVRecord> rows = Torchvision.layers(model);
        Map<String, Long> times =
                rows.stream().collect(Collectors.groupingBy(row -> row.get("module"), Collectors.counting()));
        Map<String, Integer> seen = new HashMap<>();
        List<Call> calls = new ArrayList<>();
        for (CSVRecord row : rows) {
            String module = row.get("module");
            int call = seen.merge(module, 1, Integer::sum);
            calls.add(new Call(times.get(module) == 1 ? module : called(module, call), row));
        }
        return calls;
    }

    private static String called(String module, int call) {
        Matcher head = OF_HEAD.matcher(module);
        if (!head.matches()) {
            return module + call;
        }
        return call == 1 ? module : head.replaceFirst("$1map" + (call - 1) + ".$2");
    }

    private static long count(CSVRecord row, String column) {
        return Long.parseLong(row.get(column));
    }

    private static String line(Weight tensor) {
        String kind = tensor.kind().name().toLowerCase(Locale.ROOT);
        return kind + " " + tensor.fullName() + " " + tensor.shape();
    }
}
