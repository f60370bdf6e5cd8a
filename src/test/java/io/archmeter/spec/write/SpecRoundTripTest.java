package io.archmeter.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.CsvRows;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.metric.Metric;
import io.archmeter.op.Catalogue;
import io.archmeter.source.TextFile;
import io.archmeter.spec.load.ModelSources;
import io.archmeter.spec.load.SpecLoader;
import io.archmeter.training.Optimizer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network is written as is the same network when it is read. */
class SpecRoundTripTest {
    private static final Path FILES = Path.of("src/test/resources/onnx");

    /**
     * They have a layer that no operator says: a transposed convolution that puts out more than PyTorch lets one ask for, and a
     * normalization that takes one tensor twice.
     */
    private static final Set<String> DECLARED = Set.of("trap_convtranspose_outpad", "trap_one_tensor_twice_in_a_node");

    /** What follows of an operator, and of no declaration. */
    private static final Set<Metric> UNDECLARED = Set.of(
            Metric.KEPT_FOR_BACKWARD_BYTES,
            Metric.TRAINING_PEAK_BYTES,
            Metric.TRAINING_TOTAL_BYTES,
            Metric.RECEPTIVE_FIELD);

    /** How a spec says which batch its file had. */
    private static final Pattern BATCH = Pattern.compile("# its figures are those with --batch (\\d+)");

    private static String yaml(Model model) throws IOException {
        StringWriter out = new StringWriter();
        model.spec("a test", "").writeYaml(out);
        return out.toString();
    }

    private static Model read(String text, String name, long batch) {
        TextFile file = TextFile.of(name, text.getBytes(StandardCharsets.UTF_8));
        return new Model(SpecLoader.load(file, Optional.empty(), LoadOptions.DEFAULT.withBatch(batch)));
    }

    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#names")
    void bundledModels(String name) throws IOException {
        Model model = BundledModels.model(name);
        Model copy = read(yaml(model), "model.yaml", 1);
        assertThat(nodes(copy.graph())).isEqualTo(nodes(model.graph()));
        assertThat(copy.graph().outputs()).isEqualTo(model.graph().outputs());
        assertThat(copy.graph().weights()).isEqualTo(model.graph().weights());
        assertThat(copy.graph().owners()).isEqualTo(model.graph().owners());
        assertThat(copy.snapshot(DType.FLOAT32, true, Optimizer.ADAM).totals())
                .isEqualTo(model.snapshot(DType.FLOAT32, true, Optimizer.ADAM).totals());
    }

    /** All that a spec says of its layers. */
    private static List<List<Object>> nodes(Graph graph) {
        return graph.nodes().stream()
                .map(node -> List.<Object>of(
                        node.name(),
                        node.isInput() ? "" : Catalogue.attributes(node.op()),
                        node.values(),
                        graph.outputsOf(node),
                        node.weightNumbers(),
                        node.auxiliary(),
                        node.functional()))
                .toList();
    }

    /** The files of ONNX that are among the tests, with their inputs. */
    static Stream<Arguments> files() {
        return CsvRows.of(FILES.resolve("models.csv")).stream()
                .map(row -> Arguments.of(row.get("name"), row.get("inputs")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesOfOnnx(String name, String inputs) throws IOException {
        Graph graph = graph(name, inputs);
        String text = yaml(new Model(graph));
        Matcher batch = BATCH.matcher(text);
        Model copy = read(text, "model.yaml", batch.find() ? Long.parseLong(batch.group(1)) : 1);
        DType type = text.contains("--dtype float16") ? DType.FLOAT16 : DType.FLOAT32;
        Model model = new Model(graph);
        Map<Metric, Long> totals = totals(copy, type);
        Map<Metric, Long> expected = totals(model, DType.FLOAT32);
        if (DECLARED.contains(name)) {
            expected.keySet().removeAll(UNDECLARED);
        }
        assertThat(totals).isEqualTo(expected);
        assertThat(copy.analyze(type, false).total().others())
                .isEqualTo(model.analyze().total().others());
    }

    /** All but the number of layers: a constant that is taken as any tensor is one in a spec. */
    private static Map<Metric, Long> totals(Model model, DType type) {
        Map<Metric, Long> totals =
                new TreeMap<>(model.snapshot(type, false, Optimizer.NONE).totals());
        totals.remove(Metric.LAYERS);
        return totals;
    }

    private static Graph graph(String name, String inputs) {
        Map<String, String> bound = new HashMap<>();
        for (String input : inputs.split(" ")) {
            String[] parts = input.split(":");
            if (parts[2].contains("x")) {
                bound.put(parts[0], parts[2]);
            }
        }
        return ModelSources.ofFiles()
                .graph(FILES.resolve(name + ".onnx").toString(), LoadOptions.DEFAULT.binding(bound, false));
    }
}
