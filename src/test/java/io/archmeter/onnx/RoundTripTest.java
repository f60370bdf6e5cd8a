package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.CsvRows;
import io.archmeter.analysis.ReceptiveFields;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Weight;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.network.OnnxNetwork;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Layer;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import io.archmeter.value.PlainValue;
import io.archmeter.weights.ZeroWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written as ONNX and read again is what it was: the operators with their attributes, shapes, parameters, work, receptive fields
 * and what autograd keeps. The golden rows are held to numbers from outside, so that what comes back is too.
 */
class RoundTripTest {
    /** What comes back as several nodes, with the reason; a star stands for all rows of an operator. */
    private static final Path CUT = Path.of("src/test/resources/onnx/round-trip.csv");

    /** Operators that a file calls something else that does the same. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("adaptiveavgpool", "globalavgpool"),
            Map.entry("alphadropout", "identity"),
            Map.entry("channeldropout", "identity"),
            Map.entry("dropout", "identity"),
            Map.entry("featurealphadropout", "identity"),
            Map.entry("square", "multiply"),
            Map.entry("squeeze", "reshape"),
            Map.entry("stochasticdepth", "identity"),
            Map.entry("unsqueeze", "reshape"));

    /** Attributes that a file says in other words: a shape for what follows, padding for rounding up; or not at all. */
    private static final Set<String> IN_OTHER_WORDS = Set.of(
            "batch",
            "ceil_mode",
            "count_include_pad",
            "num_batches_tracked",
            "padding",
            "padding_idx",
            "shape",
            "scale_factor",
            "size");

    private record Row(String name, String kind, String arguments, String inputs) {
        Graph graph() {
            return OneLayer.of(Layer.of(kind, arguments, inputs)).graph();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        Set<String> cut = new HashSet<>();
        CsvRows.of(CUT).forEach(row -> cut.add(row.get("operator") + ": " + row.get("case")));
        return Layer.computedKinds().stream()
                .filter(kind -> !cut.contains(kind + ": *"))
                .flatMap(kind -> rows(kind).stream())
                .filter(row -> !cut.contains(row.name()));
    }

    private static List<Row> rows(String kind) {
        return CsvRows.of(Path.of("src/test/resources/op", kind + ".csv")).stream()
                .filter(RoundTripTest::isSmall)
                .map(row -> new Row(kind + ": " + row.get("case"), kind, row.get("arguments"), row.get("inputs")))
                .toList();
    }

    /** Whether something comes out, of inputs of one shape, and nothing has many millions of elements. */
    private static boolean isSmall(CSVRecord row) {
        String shapes = row.get("inputs") + ";" + row.get("output");
        return row.get("output").matches("[0-9x; ]+")
                && Stream.of(row.get("inputs").split("; *")).distinct().count() == 1
                && Stream.of(shapes.split("; *")).allMatch(shape -> elements(shape) < 1e7)
                && !row.get("arguments").matches(".*\\d{5}.*");
    }

    private static double elements(String shape) {
        return Stream.of(shape.split(" ")[0].split("x"))
                .filter(extent -> extent.matches("\\d+"))
                .mapToDouble(Double::parseDouble)
                .reduce(1, (a, b) -> a * b);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void anOperatorComesBackAsItWas(Row row) {
        Graph graph = row.graph();
        assertThat(described(read(graph), graph)).as(row.name()).isEqualTo(described(graph, graph));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "squeezenet1_1",
                "shufflenet_v2_x0_5",
                "googlenet",
                "mnasnet0_5",
                "mobilenet_v3_small",
                "efficientnet_b0",
                "resnet18",
                "regnet_x_400mf",
                "densenet121"
            })
    void aModelComesBackAsItWas(String name) {
        Graph graph = BundledModels.small(name).graph();
        assertThat(described(read(graph), graph)).as(name).isEqualTo(described(graph, graph));
    }

    private static Graph read(Graph graph) {
        byte[] file = OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32))
                .withWeights(new ZeroWeights())
                .convert()
                .toBytes();
        return OnnxNetwork.graph(ModelFile.of(file, "model.onnx"), Bindings.NONE, false);
    }

    /** @param origin what was written: some of it no file says */
    private static List<String> described(Graph graph, Graph origin) {
        NetworkFacts network = NetworkFacts.of(graph, DType.FLOAT32);
        ReceptiveFields fields = ReceptiveFields.of(network);
        List<String> lines = new ArrayList<>();
        for (LayerFacts layer : network.layers(false)) {
            String kind = SAME.getOrDefault(layer.op().kind(), layer.op().kind());
            lines.add(kind + " " + (SAME.containsValue(kind) ? "" : attributes(layer)) + layer.outputs() + " "
                    + layer.work().multiplyAdds().value() + " "
                    + layer.work().effectiveMultiplyAdds().value() + " " + others(layer) + " sees "
                    + fields.seenBy(layer.node().outputs().get(0)));
        }
        if (saysItsParameters(origin)) {
            lines.add("parameters " + elements(network));
            if (!drops(origin)) {
                lines.add("kept "
                        + TrainingMemory.of(network, Optimizer.SGD)
                                .keptForBackward()
                                .atLeast());
            }
        }
        return lines;
    }

    private static List<String> attributes(LayerFacts layer) {
        List<String> attributes = new ArrayList<>();
        for (Map.Entry<String, PlainValue> attribute :
                Catalogue.attributes(layer.op()).entrySet()) {
            if (!IN_OTHER_WORDS.contains(attribute.getKey())) {
                attributes.add(attribute.toString());
            }
        }
        return attributes;
    }

    private static List<String> others(LayerFacts layer) {
        return layer.work().others().entrySet().stream()
                .map(other -> other.getKey() + "=" + other.getValue().value())
                .sorted()
                .toList();
    }

    private static long elements(NetworkFacts network) {
        return network.weights(false).stream()
                .filter(weight -> weight.kind() == Weight.Kind.PARAMETER)
                .mapToLong(weight -> weight.shape().elements())
                .sum();
    }

    /** A file tells no single number from a setting, and no scale that is learnt from one that is not, and factors of a map are a tensor. */
    private static boolean saysItsParameters(Graph graph) {
        boolean numbers = graph.weights().stream()
                .anyMatch(weight ->
                        weight.kind() == Weight.Kind.PARAMETER && weight.shape().elements() == 1);
        boolean fixed = graph.nodes().stream()
                .filter(node -> !node.isInput())
                .map(node -> Catalogue.attributes(node.op()))
                .anyMatch(attributes -> new PlainValue.Flag(false).equals(attributes.get("affine"))
                        || new PlainValue.Flag(true).equals(attributes.get("frozen")));
        boolean factors =
                graph.nodes().stream().anyMatch(node -> node.op().kind().equals("upsample"));
        return !numbers && !fixed && !factors;
    }

    /** At inference nothing is dropped, and a file does not say what training would. */
    private static boolean drops(Graph graph) {
        return graph.nodes().stream()
                .anyMatch(node -> "identity".equals(SAME.get(node.op().kind())));
    }
}
