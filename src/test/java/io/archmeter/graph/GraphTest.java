package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
    private record Layer() implements Op {
        @Override
        public String kind() {
            return "layer";
        }
    }

    private static final Span PLACE = Span.of("test.yaml");
    private static final Node INPUT = node("input", new Input(), Shape.of(1, 3, 8, 8));
    private static final Node STEM = node("stem", new Layer(), Shape.of(1, 16, 4, 4), 0);
    private static final Node SUM = node("sum", new Layer(), Shape.of(1, 16, 4, 4), 1, 1);
    private static final Node AUXILIARY = new Node("aux", new Layer(), List.of(1), Shape.of(1, 10), true, PLACE);

    private static Node node(String name, Op op, Shape output, Integer... inputs) {
        return new Node(name, op, List.of(inputs), output, false, PLACE);
    }

    private static Graph graph(int output, Node... nodes) {
        return new Graph("net", "A test", List.of(nodes), output);
    }

    @Test
    void aGraphKnowsItsInputAndWhatEachNodeTakes() {
        Graph graph = graph(2, INPUT, STEM, SUM);
        assertThat(graph.input()).isEqualTo(Shape.of(1, 3, 8, 8));
        assertThat(graph.inputsOf(INPUT)).isEmpty();
        assertThat(graph.inputsOf(STEM)).containsExactly(Shape.of(1, 3, 8, 8));
        assertThat(graph.inputsOf(SUM)).containsExactly(Shape.of(1, 16, 4, 4), Shape.of(1, 16, 4, 4));
    }

    @Test
    void auxiliaryLayersCountInTrainingOnlyAndTheInputNever() {
        Graph graph = graph(2, INPUT, STEM, SUM, AUXILIARY);
        assertThat(graph.layers(false)).containsExactly(STEM, SUM);
        assertThat(graph.layers(true)).containsExactly(STEM, SUM, AUXILIARY);
    }

    @Test
    void aGraphBeginsWithItsInput() {
        assertThatIllegalArgumentException().isThrownBy(() -> graph(0)).withMessage("a graph begins with its input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph(0, node("stem", new Layer(), Shape.of(1))))
                .withMessage("a graph begins with its input");
    }

    @Test
    void theOutputIsOneOfItsNodes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph(2, INPUT, STEM))
                .withMessage("no such output: 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph(-1, INPUT, STEM))
                .withMessage("no such output: -1");
    }

    @Test
    void aNodeTakesOnlyWhatStandsBeforeIt() {
        String message = "loop takes an output that is not there yet: ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph(1, INPUT, node("loop", new Layer(), Shape.of(1), 1)))
                .withMessage(message + "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph(1, INPUT, node("loop", new Layer(), Shape.of(1), -1)))
                .withMessage(message + "-1");
    }

    @Test
    void twoNodesHaveTwoNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph(1, INPUT, STEM, STEM))
                .withMessage("two nodes are named stem");
    }

    @Test
    void aGraphStaysAsItIs() {
        List<Node> nodes = new ArrayList<>(List.of(INPUT, STEM));
        Graph graph = new Graph("net", "", nodes, 1);
        nodes.clear();
        assertThat(graph.nodes()).containsExactly(INPUT, STEM);
    }

    @Test
    void aNodeNeedsANameAnOperatorAShapeAndAPlace() {
        Shape shape = Shape.of(1);
        List<Integer> none = List.of();
        assertThatIllegalArgumentException().isThrownBy(() -> new Node(" ", new Layer(), none, shape, false, PLACE));
        assertThatNullPointerException().isThrownBy(() -> new Node("a", null, none, shape, false, PLACE));
        assertThatNullPointerException().isThrownBy(() -> new Node("a", new Layer(), none, null, false, PLACE));
        assertThatNullPointerException().isThrownBy(() -> new Node("a", new Layer(), none, shape, false, null));
    }

    @Test
    void onlyAnInputIsOne() {
        assertThat(INPUT.isInput()).isTrue();
        assertThat(INPUT.op().kind()).isEqualTo("input");
        assertThat(STEM.isInput()).isFalse();
    }
}
