package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.AnyNetwork;
import io.archmeter.exec.Agreement;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Value;
import io.archmeter.memory.CheckedPlan;
import io.archmeter.memory.Sharing;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxRuntimeModel;
import io.archmeter.op.Catalogue;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Networks of all operators cost what is predicted of them, have plans without an overlap, and put out in ONNX Runtime what they put
 * out here. There are more of them with {@code -Darchmeter.networks=10000}, and others with {@code -Darchmeter.seed=1}; the seed of one
 * that fails is in its message.
 */
class AnyNetworksTest {
    /** So many have some of each operator. */
    private static final int FEW = 300;

    private static final int NETWORKS = Integer.getInteger("archmeter.networks", FEW);
    private static final long SEED = Long.getLong("archmeter.seed", 20_261_201);

    /** Numbers of all sizes that the arena may have; in half a byte, parts do not begin with whole bytes. */
    private static final List<DType> TYPES = List.of(DType.FLOAT32, DType.FLOAT16, DType.INT4, DType.FLOAT64);

    @Test
    void whatIsPredictedIsObservedAndOnnxRuntimePutsOutTheSame() {
        Map<String, Integer> layers = new TreeMap<>();
        Map<String, Integer> kinds = new TreeMap<>();
        for (long seed = SEED; seed < SEED + NETWORKS; seed++) {
            try {
                AnyNetwork network = AnyNetwork.of(seed);
                runsAsPredicted(network);
                isPlannedWithoutOverlap(network);
                isTheSameInOnnxRuntime(network);
                network.graph()
                        .layers(true)
                        .forEach(node -> layers.merge(node.op().kind(), 1, Integer::sum));
                kinds(network).forEach(kind -> kinds.merge(kind, 1, Integer::sum));
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
            }
        }
        System.out.println(NETWORKS + " networks from seed " + SEED + " on; " + kinds + "; layers: " + layers);
        if (NETWORKS >= FEW) {
            assertThat(layers.keySet()).containsExactlyInAnyOrderElementsOf(AnyNetwork.kinds());
            assertThat(kinds.values()).allMatch(number -> number > NETWORKS / 20);
            assertThat(kinds).hasSize(8);
        }
    }

    /** A custom layer has the figures that are declared, and nobody computes it. */
    @Test
    void noOperatorIsLeftOutButWhatIsDeclared() {
        List<String> leftOut = new ArrayList<>(Catalogue.kinds());
        leftOut.removeAll(AnyNetwork.kinds());
        assertThat(leftOut).containsExactly("custom");
    }

    private static List<String> kinds(AnyNetwork network) {
        Graph graph = network.graph();
        List<String> kinds = new ArrayList<>();
        if (graph.inputs().size() > 1) {
            kinds.add("several inputs");
        }
        if (graph.inputValues().stream().anyMatch(input -> input.type().isWhole())) {
            kinds.add("whole numbers come in");
        }
        if (graph.outputs().size() > 1) {
            kinds.add("several outputs");
        }
        if (graph.nodes().stream().anyMatch(node -> node.outputs().size() > 1)) {
            kinds.add("layers of several outputs");
        }
        if (graph.nodes().stream().anyMatch(Node::auxiliary)) {
            kinds.add("heads");
        }
        int taken = graph.nodes().stream()
                .mapToInt(node -> node.weightNumbers().size())
                .sum();
        if (taken > graph.weights().size()) {
            kinds.add("shared weights");
        }
        kinds.add(network.refused().isEmpty() ? "written to ONNX" : "refused by ONNX");
        return kinds;
    }

    private static void runsAsPredicted(AnyNetwork network) {
        Graph graph = network.graph();
        List<float[]> outputs = new ArrayList<>();
        Verification verification = Verifier.verify(
                NetworkFacts.of(graph, DType.FLOAT32),
                new Verifier.Options(network.seed(), 1, false, false),
                new SeededWeights(network.seed()),
                Progress.NONE,
                outputs::addAll);
        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
        for (int i = 0; i < outputs.size(); i++) {
            int output = graph.outputs().get(i);
            // Its layers have put out the very same one by one, where none could overwrite what others need.
            assertThat(outputs.get(i)).as(graph.values().get(output).name()).containsExactly(network.elements(output));
        }
    }

    private static void isPlannedWithoutOverlap(AnyNetwork network) {
        DType type = TYPES.get((int) (network.seed() % TYPES.size()));
        for (Sharing sharing : List.of(Sharing.VIEWS, Sharing.IN_PLACE)) {
            CheckedPlan.of(network.graph(), type, false, sharing);
            CheckedPlan.of(network.graph(), type, true, sharing);
        }
    }

    /** Of most networks, each layer is compared; others are written as they are, with the outputs of the network alone. */
    private static void isTheSameInOnnxRuntime(AnyNetwork network) {
        Graph graph = network.graph();
        boolean everyLayer = network.seed() % 3 > 0;
        OnnxExport written =
                OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32)).withWeights(new SeededWeights(network.seed()));
        OnnxExport export = everyLayer ? written.withEveryLayer() : written;
        if (!network.refused().isEmpty()) {
            isRefused(export, network);
            return;
        }
        List<Integer> values = everyLayer
                ? graph.layers(false).stream()
                        .flatMap(node -> node.outputs().stream())
                        .toList()
                : graph.outputs();
        try (OnnxRuntimeModel runtime = OnnxRuntimeModel.of(export.convert().toBytes(), 1)) {
            List<OnnxRuntimeModel.Output> outputs =
                    List.copyOf(runtime.run(inputs(network)).values());
            assertThat(outputs).hasSameSizeAs(values);
            for (int i = 0; i < values.size(); i++) {
                Value value = graph.values().get(values.get(i));
                String text = value.name() + ", of " + graph.nodes().get(value.node());
                assertThat(outputs.get(i).shape()).as(text).isEqualTo(value.shape());
                Agreement.require(text, outputs.get(i).elements(), network.elements(values.get(i)));
            }
        }
    }

    private static void isRefused(OnnxExport export, AnyNetwork network) {
        try {
            export.convert();
        } catch (ProblemException said) {
            assertThat(said.problems()).extracting(Problem::code).containsOnly("cannot-convert");
            TreeSet<String> named = new TreeSet<>();
            said.problems().forEach(problem -> named.add(problem.layer()));
            assertThat(named).containsExactlyInAnyOrderElementsOf(network.refused());
            return;
        }
        throw new AssertionError(network.refused() + " can be written in a network, and alone they cannot");
    }

    private static Map<String, float[]> inputs(AnyNetwork network) {
        Map<String, float[]> inputs = new HashMap<>();
        for (Value input : network.graph().inputValues()) {
            int elements = Math.toIntExact(input.shape().elements());
            inputs.put(input.name(), SeededInput.draw(network.seed(), input.name(), input.type(), elements));
        }
        return inputs;
    }
}
