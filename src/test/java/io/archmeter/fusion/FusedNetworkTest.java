package io.archmeter.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Nodes;
import io.archmeter.RandomConvolutions;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.op.Activation;
import io.archmeter.op.Axis;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Conv;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Identity;
import io.archmeter.op.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FusedNetworkTest {
    private static final long SEED = 2_015;
    private static final int NETWORKS = 3_000;

    private static final Op CONV =
            new Conv(4, new Window(List.of(new Axis(3, 1, 1, 1, 1), new Axis(3, 1, 1, 1, 1))), 1, false);
    private static final Op NORM = new BatchNorm(1e-5, true, true);
    private static final Op RELU = new Activation(Activation.Function.RELU);
    private static final Op ADD = new Elementwise(Elementwise.Function.ADD);

    private final Nodes nodes = new Nodes(1, 4, 5, 6);

    @Test
    void aConvolutionTakesWhatFollowsIt() {
        int conv = nodes.add("block.conv", CONV, 0);
        int norm = nodes.add("block.norm", NORM, conv);
        int sum = nodes.add("sum", ADD, norm, 0);
        nodes.add("block.relu", RELU, sum);

        FusedNetwork fused = FusedNetwork.of(nodes.graph());

        assertThat(names(fused.graph())).containsExactly("input", "block.conv + norm + sum + relu");
        assertThat(fused.layers())
                .containsEntry(
                        "block.conv + norm + sum + relu", List.of("block.conv", "block.norm", "sum", "block.relu"));
        Node step = fused.graph().lastNode();
        assertThat(step.op().kind()).isEqualTo("conv+batchnorm+add+relu");
        assertThat(step.values()).containsExactly(0, 0);
        assertThat(step.weights())
                .extracting(use -> use.role())
                .containsExactly(
                        "weight",
                        "batchnorm.weight",
                        "batchnorm.bias",
                        "batchnorm.running_mean",
                        "batchnorm.running_var",
                        "batchnorm.num_batches_tracked");
    }

    @Test
    void whatHasASecondReaderStays() {
        int conv = nodes.add("conv", CONV, 0);
        int norm = nodes.add("norm", NORM, conv);
        int relu = nodes.add("relu", RELU, norm);
        nodes.add("sum", ADD, relu, norm);

        assertThat(fused()).containsExactly("input", "conv + norm", "relu", "sum");
    }

    @Test
    void whatIsReadTwiceByOneLayerStays() {
        int conv = nodes.add("conv", CONV, 0);
        nodes.add("sum", ADD, conv, conv);

        assertThat(fused()).containsExactly("input", "conv", "sum");
    }

    @Test
    void whatAHeadReadsStays() {
        int conv = nodes.add("conv", CONV, 0);
        int relu = nodes.add("relu", RELU, conv);
        nodes.addAuxiliary(RELU, conv);

        assertThat(names(FusedNetwork.of(nodes.graph(relu)).graph())).containsExactly("input", "conv", "relu", "relu3");
    }

    @Test
    void whatTheNetworkPutsOutStays() {
        int conv = nodes.add("conv", CONV, 0);
        int norm = nodes.add("norm", NORM, conv);
        int relu = nodes.add("relu", RELU, norm);

        FusedNetwork fused = FusedNetwork.of(nodes.graph(relu, norm));

        assertThat(names(fused.graph())).containsExactly("input", "conv + norm", "relu");
        assertThat(fused.graph().outputs()).containsExactly(2, 1);
    }

    /** As in the first block of a stage of ResNet: the shortcut has a convolution of its own, which comes last. */
    @Test
    void theLaterOfTwoConvolutionsTakesTheirSum() {
        int conv = nodes.add("conv", CONV, 0);
        int norm = nodes.add("norm", NORM, conv);
        int shortcut = nodes.add("shortcut", CONV, 0);
        nodes.add("sum", ADD, norm, shortcut);

        assertThat(fused()).containsExactly("input", "conv + norm", "shortcut + sum");
    }

    @Test
    void aSumWithWhatIsNotThereYetWaitsForIt() {
        int conv = nodes.add("conv", CONV, 0);
        int late = nodes.add("late", RELU, 0);
        nodes.add("sum", ADD, conv, late);

        assertThat(fused()).containsExactly("input", "conv", "late", "sum");
    }

    @Test
    void aSumThatIsStretchedStays() {
        Nodes wide = new Nodes(1, 4, 5, 6);
        int row = wide.addInput(Shape.of(1, 4, 1, 6));
        int conv = wide.add("conv", CONV, 0);
        wide.add("sum", ADD, conv, row);

        assertThat(names(FusedNetwork.of(wide.graph()).graph())).containsExactly("input", "input1", "conv", "sum");
    }

    @Test
    void aNormalizationByTheMapItselfStays() {
        int conv = nodes.add("conv", CONV, 0);
        nodes.add("norm", new BatchNorm(1e-5, true, false), conv);

        assertThat(fused()).containsExactly("input", "conv", "norm");
    }

    @Test
    void aNormalizationAfterAnActivationStays() {
        int conv = nodes.add("conv", CONV, 0);
        int relu = nodes.add("relu", RELU, conv);
        nodes.add("norm", NORM, relu);

        assertThat(fused()).containsExactly("input", "conv + relu", "norm");
    }

    /** It would make a number of a NaN, which nobody would notice. */
    @Test
    void whatHidesNaNStays() {
        int conv = nodes.add("conv", CONV, 0);
        nodes.add("threshold", new Activation(Activation.Function.THRESHOLD, List.of(0.1, -1.0), false), conv);

        assertThat(fused()).containsExactly("input", "conv", "threshold");
    }

    @Test
    void aNameThatIsTakenIsGivenToNobodyElse() {
        int conv = nodes.add("conv", CONV, 0);
        int relu = nodes.add("relu", RELU, conv);
        nodes.add("conv + relu", new Identity(), relu);

        assertThat(fused()).containsExactly("input", "conv", "relu", "conv + relu");
    }

    @Test
    void allOfARandomNetworkIsStillThere() {
        int groups = 0;
        for (long seed = SEED; seed < SEED + NETWORKS; seed++) {
            Graph graph = RandomConvolutions.of(new Random(seed));
            FusedNetwork fused = FusedNetwork.of(graph);
            requireSame("seed " + seed, graph, fused);
            groups += fused.layers().size();
        }
        assertThat(groups).isGreaterThan(NETWORKS);
    }

    /** The copy is a graph, so that each value is there before it is taken. */
    private static void requireSame(String seed, Graph graph, FusedNetwork fused) {
        List<String> layers = new ArrayList<>();
        for (Node node : fused.graph().nodes()) {
            layers.addAll(fused.layers().getOrDefault(node.name(), List.of(node.name())));
        }
        assertThat(layers).as(seed).containsExactlyInAnyOrderElementsOf(names(graph));
        assertThat(fused.graph().outputValues())
                .as(seed)
                .extracting(Value::name)
                .isEqualTo(graph.outputValues().stream().map(Value::name).toList());
        assertThat(fused.graph().weights()).as(seed).isEqualTo(graph.weights());
        Set<String> kept = new HashSet<>();
        fused.graph().values().forEach(value -> kept.add(value.name()));
        List<Integer> read = new ArrayList<>(graph.outputs());
        graph.nodes().forEach(node -> read.addAll(node.values()));
        for (int value = 0; value < graph.values().size(); value++) {
            if (!kept.contains(graph.values().get(value).name())) {
                assertThat(Collections.frequency(read, value)).as(seed).isEqualTo(1);
                assertThat(graph.outputs()).as(seed).doesNotContain(value);
            }
        }
    }

    private List<String> fused() {
        return names(FusedNetwork.of(nodes.graph()).graph());
    }

    private static List<String> names(Graph graph) {
        return graph.nodes().stream().map(Node::name).toList();
    }
}
