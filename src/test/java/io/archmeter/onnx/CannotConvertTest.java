package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.op.Activation;
import io.archmeter.op.AvgPool;
import io.archmeter.op.Axis;
import io.archmeter.op.Linear;
import io.archmeter.op.Rounding;
import io.archmeter.op.Window;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.ZeroWeights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ONNX has no faithful form for is a problem of the layer, at its place. */
class CannotConvertTest {
    private static List<Problem> problems(Graph graph) {
        List<Problem> problems = new ArrayList<>();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32))
                        .withWeights(new ZeroWeights())
                        .convert())
                .satisfies(thrown -> problems.addAll(thrown.problems()));
        return problems;
    }

    /** The network with another operator in its last layer, as an importer could put it there. */
    private static Graph with(Op op, Graph graph) {
        Node last = graph.lastNode();
        return withLast(
                graph,
                new Node(
                        last.name(),
                        op,
                        last.inputs(),
                        last.weights(),
                        last.outputs(),
                        false,
                        false,
                        last.place(),
                        last.calls()));
    }

    private static Graph withLast(Graph graph, Node last) {
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.set(nodes.size() - 1, last);
        return new Graph(
                graph.name(),
                graph.title(),
                graph.type(),
                graph.values(),
                nodes,
                graph.weights(),
                graph.inputs(),
                graph.outputs());
    }

    private static final Graph AVERAGED =
            WrittenModel.of("input: [1, 8]\nlayers: {x: {avgpool: 4}}\n").graph();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Taps at -2 and 1 of one element.
                "[1, 1]          | {maxpool: 2, dilation: 3, padding: 2}            | sees nothing of the input",
                // The second of the windows has its taps at -1 and 2 of two elements.
                "[1, 2]          | {maxpool: 2, stride: 1, dilation: 3, padding: 2} | sees nothing of the input",
                // Windows of one tap at 0, 3 and 6 of six elements.
                "[1, 6]          | {maxpool: 1, stride: 3, ceil_mode: caffe}        | sees nothing of the input",
                "[1, 6]          | {avgpool: 1, stride: 3, ceil_mode: caffe}        | sees nothing of the input",
                "[1, 4, 4, 4, 4] | {maxpool: 2}                                     | pools over 4 axes",
                "[1, 4, 4, 4, 4] | {avgpool: 2}                                     | pools over 4 axes",
            })
    void poolsThatToolsDoNotAgreeOn(String input, String layer, String fact) {
        Graph graph = WrittenModel.of("input: " + input + "\nlayers: {x: " + layer + "}\n")
                .graph();
        assertThat(problems(graph)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("cannot-convert");
            assertThat(problem.layer()).isEqualTo("x");
            assertThat(problem.fact()).contains(fact);
            assertThat(problem.place()).asString().endsWith(":2:14");
        });
    }

    @Test
    void allOfThemAreSaidAtOnce() {
        Graph graph = WrittenModel.of("""
                input: [1, 4, 4, 4, 4]
                layers:
                  - {maxpool: 2}
                  - relu
                  - {avgpool: 2}
                """).graph();
        assertThat(problems(graph)).extracting(Problem::layer).containsExactly("0", "2");
    }

    @Test
    void meansOfDilatedWindows() {
        AvgPool dilated = new AvgPool(new Window(List.of(new Axis(2, 4, 0, 0, 3))), Rounding.FLOOR, true);
        assertThat(problems(with(dilated, AVERAGED)))
                .extracting(Problem::fact)
                .containsExactly("an average over a dilated window has no form in ONNX before its operators of 2023");
    }

    @Test
    void projectionsOfStates() {
        Graph graph = WrittenModel.of("input: [5, 3]\nlayers: {x: {lstm: 4, proj_size: 2}}\n")
                .graph();
        assertThat(problems(graph)).extracting(Problem::fact).containsExactly("an LSTM of ONNX has no projection");
    }

    @Test
    void operatorsThatHaveNoRow() {
        record Foo() implements Op {
            @Override
            public String kind() {
                return "foo";
            }
        }
        assertThat(problems(with(new Foo(), AVERAGED)))
                .extracting(Problem::fact)
                .containsExactly("foo has no counterpart in ONNX");
    }

    @Test
    void tensorsThatWouldBearOneName() {
        Nodes nodes = new Nodes(1, 4);
        nodes.add("fc", new Linear(4, true), 0);
        nodes.add("fc.weight", new Activation(Activation.Function.RELU), 1);
        assertThat(problems(nodes.graph()))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .endsWith("error: [cannot-convert] fc.weight: the file would have two tensors named fc.weight\n"
                        + "    remedy: give the layer another name in the spec");
    }

    @Test
    void sizesBeyondAnyFile() {
        Graph weighty = WrittenModel.of("input: [3037000500]\nlayers: {x: {linear: 3037000500}}\n")
                .graph();
        Graph endless = WrittenModel.of("input: [1, 9223372036854775807]\nlayers: {x: {adaptiveavgpool: 32767}}\n")
                .graph();
        for (Graph graph : List.of(weighty, endless)) {
            assertThat(problems(graph))
                    .extracting(Problem::fact)
                    .containsExactly("the file would have more bytes than a 64-bit number can count,"
                            + " but an ONNX file has at most 2147483647");
        }
    }
}
