package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphTest {
    private record Layer() implements Op {
        @Override
        public String kind() {
            return "layer";
        }
    }

    private static final Span PLACE = Span.of("test.yaml");
    private static final Weight KERNEL =
            new Weight("stem", "weight", Shape.of(16, 3), DType.FLOAT32, Weight.Kind.PARAMETER);

    /** An image and tokens go through a stem, which puts out two tensors; they are added, and a head takes the first. */
    private static GraphDraft draft() {
        GraphDraft draft = new GraphDraft(DType.FLOAT32);
        draft.addInput("image", Shape.of(1, 3, 8, 8), DType.FLOAT32, PLACE);
        draft.addInput("tokens", Shape.of(1, 77), DType.INT64, PLACE);
        Operand kernel = Operand.weight(draft.addWeight(KERNEL));
        draft.add(
                "stem",
                new Layer(),
                List.of(Operand.value(0), Operand.value(1)),
                List.of(new WeightUse("weight", kernel)),
                List.of(Output.of(Shape.of(1, 16), DType.FLOAT32), new Output("hidden", Shape.of(1, 4), DType.FLOAT32)),
                false,
                PLACE);
        add(draft, "sum", false, Operand.value(2), Operand.value(3), kernel);
        add(draft, "head", true, Operand.value(2));
        return draft;
    }

    private static void add(GraphDraft draft, String name, boolean auxiliary, Operand... inputs) {
        List<Output> outputs = List.of(Output.of(Shape.of(1, 16), DType.FLOAT32));
        draft.add(name, new Layer(), List.of(inputs), List.of(), outputs, auxiliary, PLACE);
    }

    private static Graph graph(Integer... outputs) {
        return draft().graph("net", "A test", List.of(outputs));
    }

    private static Graph with(List<Value> values, List<Node> nodes, List<Weight> weights, List<Integer> inputs) {
        return new Graph("net", "", DType.FLOAT32, values, nodes, weights, inputs, List.of(4));
    }

    private static Node node(String name, Op op, List<Integer> outputs) {
        return new Node(name, op, List.of(), List.of(), outputs, false, false, PLACE, List.of());
    }

    @Test
    void aGraphKnowsItsInputsItsOutputsAndWhatEachNodeTakes() {
        Graph graph = graph(4, 3);
        Node stem = graph.nodes().get(2);
        Node sum = graph.nodes().get(3);
        assertThat(graph.inputs()).containsExactly(0, 1);
        assertThat(graph.input()).isEqualTo(Shape.of(1, 3, 8, 8));
        assertThat(graph.outputs()).containsExactly(4, 3);
        assertThat(graph.output()).isEqualTo(4);
        assertThat(graph.lastNode()).isEqualTo(sum);
        assertThat(graph.inputsOf(stem)).containsExactly(Shape.of(1, 3, 8, 8), Shape.of(1, 77));
        assertThat(graph.inputsOf(sum)).containsExactly(Shape.of(1, 16), Shape.of(1, 4), Shape.of(16, 3));
        assertThat(graph.outputsOf(stem)).containsExactly(Shape.of(1, 16), Shape.of(1, 4));
        assertThat(graph.outputOf(stem)).isEqualTo(Shape.of(1, 16));
        assertThat(stem.values()).containsExactly(0, 1);
        assertThat(sum.values()).containsExactly(2, 3);
    }

    @Test
    void aSecondOutputBearsTheNameOfItsNodeAndItsOwn() {
        assertThat(graph(4).values())
                .extracting(Value::name)
                .containsExactly("image", "tokens", "stem", "stem.hidden", "sum", "head");
        assertThat(graph(4).values()).extracting(Value::slot).containsExactly(0, 0, 0, 1, 0, 0);
    }

    @Test
    void aWeightBelongsToTheFirstNodeThatTakesIt() {
        Graph graph = graph(4);
        assertThat(graph.weightsOf(graph.nodes().get(2))).containsExactly(KERNEL);
        assertThat(graph.weightsOf(graph.nodes().get(3))).containsExactly(KERNEL);
        assertThat(graph.owners()).containsExactly(2);
        assertThat(KERNEL.fullName()).isEqualTo("stem.weight");
        assertThat(KERNEL.bytes()).isEqualTo(16 * 3 * 4);
    }

    @Test
    void auxiliaryLayersCountInTrainingOnlyAndInputsNever() {
        assertThat(graph(4).layers(false)).extracting(Node::name).containsExactly("stem", "sum");
        assertThat(graph(4).layers(true)).extracting(Node::name).containsExactly("stem", "sum", "head");
    }

    @Test
    void anotherTypeIsThatOfTheFloatingPointNumbersAlone() {
        Graph half = graph(4).in(DType.FLOAT16);
        assertThat(half.type()).isEqualTo(DType.FLOAT16);
        assertThat(half.values().get(0).bytes()).isEqualTo(3 * 8 * 8 * 2);
        assertThat(half.values().get(1).bytes()).isEqualTo(77 * 8);
        assertThat(half.weights().get(0).bytes()).isEqualTo(16 * 3 * 2);
        assertThat(half.in(DType.FLOAT32)).isEqualTo(graph(4));
        assertThat(half.in(DType.FLOAT16)).isSameAs(half);
    }

    @Test
    void aGraphBeginsWithItsInputs() {
        Graph graph = graph(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(), List.of(), List.of(), List.of()))
                .withMessage("a graph begins with its inputs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(graph.values(), graph.nodes(), graph.weights(), List.of(0)))
                .withMessage("tokens is no input of the graph");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(graph.values(), graph.nodes(), graph.weights(), List.of(0, 1, 2)))
                .withMessage("a graph begins with its inputs");
    }

    @Test
    void theOutputsAreAmongItsValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> graph(6)).withMessage("no such output: 6");
        assertThatIllegalArgumentException().isThrownBy(() -> graph(-1)).withMessage("no such output: -1");
        assertThatIllegalArgumentException().isThrownBy(() -> graph()).withMessage("a graph has an output");
    }

    @Test
    void aNodeTakesOnlyWhatStandsBeforeIt() {
        for (Operand operand : List.of(Operand.value(6), Operand.value(-1), Operand.weight(1), Operand.weight(-1))) {
            GraphDraft draft = draft();
            add(draft, "loop", false, operand);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draft.graph("net", "", List.of(4)))
                    .withMessage("loop takes what is not there yet: " + operand);
        }
    }

    @Test
    void eachValueIsMadeOnceByItsNode() {
        Graph graph = graph(4);
        List<Node> first = graph.nodes().subList(0, 2);
        List<Value> twoInputs = graph.values().subList(0, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(graph.values(), first, List.of(), List.of(0, 1)))
                .withMessage("nobody puts out value 2");
        for (int wrong : List.of(1, 3)) {
            List<Node> nodes = Stream.concat(first.stream(), Stream.of(node("wrong", new Layer(), List.of(wrong))))
                    .toList();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(graph.values(), nodes, List.of(), List.of(0, 1)))
                    .withMessage("wrong does not put out value " + wrong);
        }
        List<Value> foreign = new ArrayList<>(twoInputs);
        foreign.add(new Value("wrong", Shape.of(1), DType.FLOAT32, 1, 0));
        List<Node> nodes = Stream.concat(first.stream(), Stream.of(node("wrong", new Layer(), List.of(2))))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(foreign, nodes, List.of(), List.of(0, 1)))
                .withMessage("wrong does not put out value 2");
    }

    @Test
    void aWeightIsTaken() {
        Graph graph = graph(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(graph.values(), graph.nodes(), List.of(KERNEL, KERNEL), List.of(0, 1)))
                .withMessage("nobody takes weight 1");
    }

    @Test
    void twoNodesHaveTwoNames() {
        GraphDraft draft = draft();
        add(draft, "stem", false, Operand.value(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.graph("net", "", List.of(4)))
                .withMessage("two nodes are named stem");
    }

    @Test
    void aGraphStaysAsItIs() {
        GraphDraft draft = draft();
        Graph graph = draft.graph("net", "", List.of(4));
        add(draft, "more", false, Operand.value(0));
        assertThat(graph.nodes()).hasSize(5);
        assertThat(graph.values()).hasSize(6);
    }

    @Test
    void aNodeNeedsANameAnOperatorAnOutputAndAPlace() {
        List<Integer> one = List.of(0);
        assertThatIllegalArgumentException().isThrownBy(() -> node(" ", new Layer(), one));
        assertThatIllegalArgumentException().isThrownBy(() -> node("a", new Layer(), List.of()));
        assertThatNullPointerException().isThrownBy(() -> node("a", null, one));
        assertThatNullPointerException()
                .isThrownBy(() -> new Node("a", new Layer(), List.of(), List.of(), one, false, false, null, List.of()));
    }

    @Test
    void onlyAnInputIsOne() {
        assertThat(graph(4).nodes()).extracting(Node::isInput).containsExactly(true, true, false, false, false);
        assertThat(graph(4).nodes().get(0).op().kind()).isEqualTo("input");
    }
}
