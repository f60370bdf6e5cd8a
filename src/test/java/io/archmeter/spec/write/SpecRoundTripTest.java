package io.archmeter.spec.write;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.BundledModels;
import io.archmeter.CsvRows;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.metric.Metric;
import io.archmeter.op.Catalogue;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import io.archmeter.spec.LoadOptions;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network is written as is the same network when it is read. */
class SpecRoundTripTest {
    private static final Path FILES = Path.of("src/test/resources/onnx");

    /** What a spec has no words for, in each of the files that cannot be written. */
    private static final Map<String, String> UNSAYABLE = Map.ofEntries(
            // keep sorted
            entry("trap_causal_mask", "Range takes nothing"),
            entry("trap_constant_forms", "the input is 24, and a spec has inputs of samples behind one batch"),
            entry("trap_conv_1d_3d", "the input is 1x3x4x8x9, and a spec has inputs of samples behind one batch"),
            entry("trap_convinteger_matmulinteger", "a spec has inputs of samples behind one batch"),
            entry("trap_convtranspose_outpad", "convtranspose cannot take these tensors in a spec"),
            entry("trap_deform_grid_roi", "no layer takes its output"),
            entry("trap_einsum_several", "einsum would put out something else in a spec"),
            entry("trap_layernorm_outputs", "a spec has inputs of samples behind one batch"),
            entry("trap_qdq_conv", "conv would have other weights in a spec"),
            entry("trap_qlinearconv", "a constant of int8 5x4x3x3, which a spec cannot have"),
            entry("trap_strings", "a spec has inputs of samples behind one batch"),
            entry("tx_gpt_op23_attention", "Range takes nothing"),
            entry("tx_rnn_legacy", "ConstantOfShape takes nothing"));

    /** What stays where a spec counts other parameters than the file, and says so. */
    private static final Set<Metric> WITHOUT_PARAMETERS = Set.of(
            Metric.MULTIPLY_ADDS,
            Metric.EFFECTIVE_MULTIPLY_ADDS,
            Metric.OUTPUT_BYTES,
            Metric.PEAK_BYTES,
            Metric.ARENA_BYTES);

    @Test
    void settingsThatAFileStoresAreNoParametersOfASpec() throws IOException {
        String text = yaml(new Model(graph("tx_upsampler_legacy", "x:float32:2x3x16x24")));
        assertThat(text).contains("fewer than in the file, which stores settings of layers");
    }

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
                        node.auxiliary()))
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
        if (UNSAYABLE.containsKey(name)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> yaml(new Model(graph)))
                    .satisfies(refused -> assertThat(refused.problems())
                            .allMatch(problem -> problem.code().equals("cannot-convert"))
                            .extracting(Problem::fact)
                            .anyMatch(fact -> fact.contains(UNSAYABLE.get(name))));
            return;
        }
        String text = yaml(new Model(graph));
        Model copy = read(text, "model.yaml", graph.input().batch());
        DType type = text.contains("--dtype float16") ? DType.FLOAT16 : DType.FLOAT32;
        Model model = new Model(graph);
        Map<Metric, Long> totals = totals(copy, type);
        Map<Metric, Long> expected = totals(model, DType.FLOAT32);
        if (text.contains("# parameters: ")) {
            totals.keySet().retainAll(WITHOUT_PARAMETERS);
            expected.keySet().retainAll(WITHOUT_PARAMETERS);
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
