package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.facts.Cost;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.op.Activation;
import io.archmeter.op.Conv;
import io.archmeter.op.MaxPool;
import io.archmeter.op.Rounding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a spec says without loops, blocks and branches. */
class SpecLanguageTest {
    private static final String LENET = """
            input: [1, 28, 28]
            layers:
              conv1: {conv: 6, kernel: 5, padding: 2}
              pool1: {avgpool: 2}
              conv2: {conv: 16, kernel: 5}
              flatten: flatten
              fc: {linear: 10}
            """;

    @Test
    void layersInAMappingStandBehindEachOther() {
        assertThat(Drawn.layers(LENET))
                .containsExactly(
                        "conv1: conv(input) 1x6x28x28",
                        "pool1: avgpool(conv1) 1x6x14x14",
                        "conv2: conv(pool1) 1x16x10x10",
                        "flatten: flatten(conv2) 1x1600",
                        "fc: linear(flatten) 1x10");
    }

    /** 6·1·5·5 + 6, 16·6·5·5 + 16 and 10·1600 + 10. */
    @Test
    void countsAreThoseOfPaperAndPencil() {
        Cost total = new io.archmeter.Model(Drawn.graph(LENET)).analyze().total();

        assertThat(total.parameters()).isEqualTo(156 + 2_416 + 16_010);
        assertThat(total.multiplyAdds()).isEqualTo(28 * 28 * 6 * 25 + 10 * 10 * 16 * 6 * 25 + 16_000);
    }

    @Test
    void layersInAListAreNumbered() {
        assertThat(Drawn.layers("""
                        input: [3, 8, 8]
                        layers: [{conv: 4, kernel: 3}, relu, flatten]
                        """))
                .containsExactly("0: conv(input) 1x4x6x6", "1: relu(0) 1x4x6x6", "2: flatten(1) 1x144");
    }

    @Test
    void theUsualArgumentCanBeNamedAsWell() {
        assertThat(Drawn.layers("""
                        input: [3, 8, 8]
                        layers: [{conv: , channels: 4, kernel: 3}, {conv: 4, kernel: 1}]
                        """)).containsExactly("0: conv(input) 1x4x6x6", "1: conv(0) 1x4x6x6");
    }

    /** PyTorch's Softplus has a threshold, and there is a Threshold. */
    @Test
    void anArgumentMayBeCalledAsAnotherOperator() {
        Graph graph = Drawn.graph("""
                        input: [3]
                        layers: [{softplus: , threshold: 1}, {threshold: 1, value: 0}]
                        """);
        assertThat(graph.nodes().get(1).op())
                .isEqualTo(new Activation(Activation.Function.SOFTPLUS, List.of(1.0, 1.0), false));
        assertThat(graph.nodes().get(2).op())
                .isEqualTo(new Activation(Activation.Function.THRESHOLD, List.of(1.0, 0.0), false));
    }

    @Test
    void argumentsStandOnLinesOfTheirOwnAsWell() {
        assertThat(Drawn.layers("""
                        input: [3, 8, 8]
                        layers:
                          - conv: 4
                            kernel: [1, 3]
                            padding: [0, 1]
                          - maxpool: 2
                        """)).containsExactly("0: conv(input) 1x4x8x8", "1: maxpool(0) 1x4x4x4");
    }

    @Test
    void defaultsAreThoseOfPyTorch() {
        Graph graph = Drawn.graph("""
                input: [4, 8, 8]
                layers: [{conv: 4, kernel: 3}, {maxpool: 3}, dropout]
                """);

        assertThat(graph.nodes().get(1).op()).isInstanceOfSatisfying(Conv.class, conv -> {
            assertThat(conv.group()).isEqualTo(1);
            assertThat(conv.bias()).isTrue();
        });
        assertThat(graph.nodes().get(2).op()).isInstanceOfSatisfying(MaxPool.class, pool -> {
            assertThat(pool.window().axes()).allMatch(axis -> axis.stride() == 3 && axis.padBegin() == 0);
            assertThat(pool.rounding()).isEqualTo(Rounding.FLOOR);
        });
    }

    @Test
    void aChoiceThatReadsAsAFlagIsOne() {
        assertThat(Drawn.layers("""
                        input: [1, 6, 6]
                        layers: [{maxpool: 3, stride: 2, ceil_mode: true}, {maxpool: 2, stride: 2, ceil_mode: "false"}]
                        """)).containsExactly("0: maxpool(input) 1x1x3x3", "1: maxpool(0) 1x1x1x1");
    }

    @Test
    void inputsHaveAnyNumberOfAxes() {
        assertThat(Drawn.layers("{input: [5], layers: [{linear: 3}]}")).containsExactly("0: linear(input) 1x3");
        assertThat(Drawn.layers("{input: [2, 9], layers: [{conv: 4, kernel: 3}]}"))
                .containsExactly("0: conv(input) 1x4x7");
        assertThat(Drawn.layers("{input: [2, 4, 4, 4], layers: [{conv: 4, kernel: 2}]}"))
                .containsExactly("0: conv(input) 1x4x3x3x3");
    }

    @Test
    void theFileGivesTheNameWhereNothingElseDoes() {
        Graph unnamed = Drawn.graph(Map.of("tiny-net.v2.yaml", LENET), "tiny-net.v2.yaml", LoadOptions.DEFAULT);
        Graph named = Drawn.graph("name: lenet\ntitle: LeNet-5, nearly\nsource: LeCun 1998\n" + LENET);

        assertThat(unnamed.name()).isEqualTo("tiny-net.v2");
        assertThat(unnamed.title()).isEmpty();
        assertThat(named.name()).isEqualTo("lenet");
        assertThat(named.title()).isEqualTo("LeNet-5, nearly");
    }

    @Test
    void numbersMayBeNames() {
        assertThat(Drawn.graph("{name: 5, title: 6, input: [1], layers: {7: relu}}"))
                .satisfies(graph -> assertThat(graph.name()).isEqualTo("5"))
                .satisfies(graph -> assertThat(graph.title()).isEqualTo("6"))
                .satisfies(graph -> assertThat(Drawn.names(graph)).containsExactly("7"));
    }

    @Test
    void jsonSaysTheSame() {
        String json = """
                {
                  "input": [1, 28, 28],
                  "layers": {
                    "conv1": {"conv": 6, "kernel": 5, "padding": 2},
                    "pool1": {"avgpool": 2},
                    "conv2": {"conv": 16, "kernel": 5},
                    "flatten": "flatten",
                    "fc": {"linear": 10}
                  }
                }
                """;

        assertThat(Drawn.layers(Drawn.graph(Map.of("a.json", json), "a.json", LoadOptions.DEFAULT)))
                .isEqualTo(Drawn.layers(LENET));
    }

    @Test
    void anchorsAndMergeKeysWork() {
        assertThat(Drawn.layers("""
                        input: &shape [4, 8, 8]
                        params: {shape: *shape}
                        layers:
                          conv1: &conv {conv: 4, kernel: 3, padding: 1}
                          conv2: *conv
                          conv3: {<<: *conv, conv: 6}
                          conv4: {<<: [*conv, {stride: 2}], padding: 0}
                          pool: {adaptiveavgpool: "=shape[0]"}
                        """))
                .containsExactly(
                        "conv1: conv(input) 1x4x8x8",
                        "conv2: conv(conv1) 1x4x8x8",
                        "conv3: conv(conv2) 1x6x8x8",
                        "conv4: conv(conv3) 1x4x3x3",
                        "pool: adaptiveavgpool(conv4) 1x4x4x4");
    }

    @Test
    void theBatchStandsInFront() {
        Graph graph = Drawn.graph(LENET, new LoadOptions(32, Optional.empty(), Map.of()));

        assertThat(graph.input()).hasToString("32x1x28x28");
        assertThat(Drawn.layers(graph)).last().isEqualTo("fc: linear(flatten) 32x10");
    }

    @Test
    void theInputCanBeChosen() {
        Graph graph = Drawn.graph(LENET, new LoadOptions(1, Optional.of(Shape.of(3, 32, 32)), Map.of()));

        assertThat(Drawn.layers(graph)).element(3).isEqualTo("flatten: flatten(conv2) 1x2304");
    }

    @Test
    void theInputMayBeLeftOutWhereItIsChosen() {
        Graph graph = Drawn.graph("layers: [relu]", new LoadOptions(2, Optional.of(Shape.of(3)), Map.of()));

        assertThat(Drawn.layers(graph)).containsExactly("0: relu(input) 2x3");
    }

    @Test
    void theInputMayBeComputed() {
        assertThat(Drawn.layers("""
                        input: [3, =size, =size / 2]
                        params: {size: 32}
                        layers: [relu]
                        """)).containsExactly("0: relu(input) 1x3x32x16");
        assertThat(Drawn.layers("{input: =shape, params: {shape: [3, 4]}, layers: [relu]}"))
                .containsExactly("0: relu(input) 1x3x4");
    }

    @Test
    void operatorsAreAlsoChosenByExpressions() {
        assertThat(Drawn.layers("""
                        input: [3, 8, 8]
                        params: {act: sigmoid, pool: maxpool}
                        layers: [=act, {=act: }, {=pool: 2, stride: 1}, "=if(act == 'relu', 'relu', 'identity')"]
                        """))
                .containsExactly(
                        "0: sigmoid(input) 1x3x8x8",
                        "1: sigmoid(0) 1x3x8x8",
                        "2: maxpool(1) 1x3x7x7",
                        "3: identity(2) 1x3x7x7");
    }

    @Test
    void theLibraryCallsItByItsPath() {
        List<String> names =
                Drawn.names(Archmeter.load("specs/alexnet.yaml#alexnet").graph());

        assertThat(names).startsWith("features.0").endsWith("classifier.6");
    }

    /** What may stand below {@code residual:} may stand wherever a layer does. */
    @Test
    void severalLayersEachWithItsNameAreALayer() {
        assertThat(Drawn.layers("""
                input: [3, 8, 8]
                layers:
                  features:
                    conv1: {conv: 4, kernel: 3}
                    relu: relu
                  body:
                    branches:
                      left: {conv: {conv: 4, kernel: 1}, relu: relu}
                      right: {deep: {conv: {conv: 4, kernel: 1}, relu: relu}, when: true}
                    join: add
                """))
                .containsExactly(
                        "features.conv1: conv(input) 1x4x6x6",
                        "features.relu: relu(features.conv1) 1x4x6x6",
                        "body.left.conv: conv(features.relu) 1x4x6x6",
                        "body.left.relu: relu(body.left.conv) 1x4x6x6",
                        "body.right.deep.conv: conv(features.relu) 1x4x6x6",
                        "body.right.deep.relu: relu(body.right.deep.conv) 1x4x6x6",
                        "body.add: add(body.left.relu, body.right.deep.relu) 1x4x6x6");
    }
}
