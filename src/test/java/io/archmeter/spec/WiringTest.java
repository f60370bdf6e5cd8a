package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import org.junit.jupiter.api.Test;

/** {@code residual}, {@code branches}, {@code from} and {@code heads}. */
class WiringTest {
    @Test
    void aResidualAddsWhatComesIn() {
        assertThat(Drawn.layers("""
                        input: [4, 8, 8]
                        layers:
                          - relu
                          - residual: [{conv: 4, kernel: 3, padding: 1}, relu]
                          - relu
                        """))
                .containsExactly(
                        "0: relu(input) 1x4x8x8",
                        "1: conv(0) 1x4x8x8",
                        "2: relu(1) 1x4x8x8",
                        "add: add(2, 0) 1x4x8x8",
                        "3: relu(add) 1x4x8x8");
    }

    @Test
    void aShortcutMayHaveLayersOrNone() {
        assertThat(Drawn.layers("""
                        input: [4, 8, 8]
                        params: {stride: 2}
                        layers:
                          first:
                            residual: {conv: {conv: 6, kernel: 3, stride: =stride, padding: 1}}
                            shortcut:
                              down: {conv: 6, kernel: 1, stride: =stride, when: =stride != 1 or in.channels != 6}
                          second:
                            residual: {conv: {conv: 6, kernel: 3, padding: 1}}
                            shortcut:
                              down: {conv: 6, kernel: 1, when: =in.channels != 6}
                        """))
                .containsExactly(
                        "first.conv: conv(input) 1x6x4x4",
                        "first.down: conv(input) 1x6x4x4",
                        "first.add: add(first.conv, first.down) 1x6x4x4",
                        "second.conv: conv(first.add) 1x6x4x4",
                        "second.add: add(second.conv, first.add) 1x6x4x4");
    }

    @Test
    void residualsNest() {
        assertThat(Drawn.layers("{input: [3], layers: [{residual: [relu, {residual: [relu]}]}]}"))
                .containsExactly(
                        "0: relu(input) 1x3", "1: relu(0) 1x3", "add: add(1, 0) 1x3", "add_2: add(add, input) 1x3");
    }

    @Test
    void branchesTakeTheSameInputAndMeet() {
        assertThat(Drawn.layers("""
                        input: [4, 8, 8]
                        layers:
                          - branches:
                              left: {conv: 2, kernel: 1}
                              right: [{conv: 3, kernel: 1}, relu]
                              pass: []
                            join: concat
                          - {branches: [relu, sigmoid], join: multiply}
                        """))
                .containsExactly(
                        "left: conv(input) 1x2x8x8",
                        "right.0: conv(input) 1x3x8x8",
                        "right.1: relu(right.0) 1x3x8x8",
                        "concat: concat(left, right.1, input) 1x9x8x8",
                        "0: relu(concat) 1x9x8x8",
                        "1: sigmoid(concat) 1x9x8x8",
                        "multiply: multiply(0, 1) 1x9x8x8");
    }

    @Test
    void branchesMayMeetAlongAnotherAxis() {
        assertThat(Drawn.layers("{input: [4, 8, 8], layers: [{branches: [relu, relu], join: concat, axis: 2}]}"))
                .last()
                .isEqualTo("concat: concat(0, 1) 1x4x16x8");
        assertThat(Drawn.layers("{input: [4, 8, 8], layers: [{branches: [relu, relu], join: concat, axis: -1}]}"))
                .last()
                .isEqualTo("concat: concat(0, 1) 1x4x8x16");
    }

    @Test
    void aLoopAmongBranchesMakesOneOfEachTurn() {
        assertThat(Drawn.layers("""
                        input: [4, 8, 8]
                        layers:
                          - branches:
                              - {conv: =i + 1, kernel: 1, repeat: 2}
                              - for: {k: [3, 5]}
                                layers: [{conv: 4, kernel: =k, padding: =(k - 1) / 2}]
                              - {relu: , when: false}
                            join: concat
                        """))
                .containsExactly(
                        "0: conv(input) 1x1x8x8",
                        "1: conv(input) 1x2x8x8",
                        "2: conv(input) 1x4x8x8",
                        "3: conv(input) 1x4x8x8",
                        "concat: concat(0, 1, 2, 3) 1x11x8x8");
    }

    @Test
    void aLoopUnderANameAmongBranchesIsAModule() {
        assertThat(Drawn.layers("""
                        input: [4]
                        layers: [{branches: {expert: {linear: 2, repeat: 2}}, join: add}]
                        """))
                .containsExactly(
                        "expert.0: linear(input) 1x2",
                        "expert.1: linear(input) 1x2",
                        "add: add(expert.0, expert.1) 1x2");
    }

    @Test
    void oneBranchNeedsNoJoin() {
        assertThat(Drawn.layers(
                        "{input: [4], layers: [{branches: [relu, {relu: , when: false}], join: add}, sigmoid]}"))
                .containsExactly("0: relu(input) 1x4", "1: sigmoid(0) 1x4");
    }

    @Test
    void fromTakesTheOutputOfAnyLayerBefore() {
        assertThat(Drawn.layers("""
                        input: [4]
                        layers:
                          a: {linear: 2}
                          b: {linear: 2, from: input}
                          c: {add: , from: [a, b]}
                          d: {concat: , from: [a, b, c, input]}
                        """))
                .containsExactly(
                        "a: linear(input) 1x2",
                        "b: linear(input) 1x2",
                        "c: add(a, b) 1x2",
                        "d: concat(a, b, c, input) 1x10");
    }

    @Test
    void aModuleGivesTheOutputOfItsLastLayer() {
        assertThat(Drawn.layers("""
                        input: [4]
                        layers:
                          stage: [relu, sigmoid]
                          block: unit
                          loop: {relu: , repeat: 2}
                          body: {residual: [relu]}
                          sum: {add: , from: [stage, block, loop, body, stage.0, loop.0]}
                        blocks: {unit: {layers: [relu, relu]}}
                        """))
                .last()
                .isEqualTo("sum: add(stage.1, block.1, loop.1, body.add, stage.0, loop.0) 1x4");
    }

    @Test
    void theNearestNameIsMeant() {
        assertThat(Drawn.layers("""
                        input: [4]
                        layers:
                          a: relu
                          module:
                            layers:
                              inner: {layers: {a: sigmoid, sum: {add: , from: [a, input]}}}
                              sum: {add: , from: [a, inner.a, inner]}
                          sum: {add: , from: [module.inner.a, a, module]}
                        """))
                .containsExactly(
                        "a: relu(input) 1x4",
                        "module.inner.a: sigmoid(a) 1x4",
                        "module.inner.sum: add(module.inner.a, input) 1x4",
                        "module.sum: add(a, module.inner.a, module.inner.sum) 1x4",
                        "sum: add(module.inner.a, a, module.sum) 1x4");
    }

    @Test
    void inABlockTheInputIsThatOfTheBlock() {
        assertThat(Drawn.layers("""
                        input: [4]
                        layers: {stem: {linear: 5}, body: unit, tail: unit}
                        blocks:
                          unit:
                            layers:
                              act: relu
                              deep: [sigmoid, {multiply: , from: [0, input]}]
                              sum: {add: , from: [act, deep, input]}
                        """))
                .contains(
                        "body.deep.1: multiply(body.deep.0, stem) 1x5",
                        "body.sum: add(body.act, body.deep.1, stem) 1x5",
                        "tail.sum: add(tail.act, tail.deep.1, body.sum) 1x5");
    }

    @Test
    void fromMayHoldExpressions() {
        assertThat(Drawn.layers("""
                        input: [4]
                        layers:
                          x0: relu
                          x{i + 1}: {repeat: 2, concat: , from: ["x{i}", input]}
                        """))
                .containsExactly("x0: relu(input) 1x4", "x1: concat(x0, input) 1x8", "x2: concat(x1, input) 1x12");
    }

    /** Huang et al. 2017, arXiv:1608.06993: k0 + k·(l − 1) channels come into layer l. */
    @Test
    void denseConnectionsGrow() {
        assertThat(Drawn.layers("""
                        input: [16, 8, 8]
                        layers:
                          - repeat: 3
                            layers:
                              - branches: [[], [relu, {conv: 12, kernel: 3, padding: 1}]]
                                join: concat
                        """))
                .filteredOn(line -> line.startsWith("concat"))
                .containsExactly(
                        "concat: concat(input, 1) 1x28x8x8",
                        "concat_2: concat(concat, 3) 1x40x8x8",
                        "concat_3: concat(concat_2, 5) 1x52x8x8");
    }

    @Test
    void headsStandBesideTheMainOutput() {
        Graph graph = Drawn.graph("""
                input: [4]
                layers: {stem: relu, body: {linear: 5}}
                heads:
                  aux: {from: stem, layers: [{linear: 3}, relu]}
                  aux{i}: {linear: =i + 7, from: body, repeat: 2}
                  none: {linear: 9, from: body, when: false}
                """);

        assertThat(Drawn.layers(graph))
                .containsExactly(
                        "stem: relu(input) 1x4",
                        "body: linear(stem) 1x5",
                        "aux.0: linear(stem) 1x3",
                        "aux.1: relu(aux.0) 1x3",
                        "aux0: linear(body) 1x7",
                        "aux1: linear(body) 1x8");
        assertThat(graph.lastNode().name()).isEqualTo("body");
        assertThat(graph.nodes())
                .filteredOn(Node::auxiliary)
                .extracting(Node::name)
                .containsExactly("aux.0", "aux.1", "aux0", "aux1");
    }

    /** 4·5 + 5 and 4·3 + 3. */
    @Test
    void headsCountInTrainingOnly() {
        var model = new io.archmeter.Model(
                Drawn.graph("{input: [4], layers: {a: relu, b: {linear: 5}}, heads: {aux: {linear: 3, from: a}}}"));

        assertThat(model.analyze().total().parameters()).isEqualTo(25);
        assertThat(model.analyze(io.archmeter.graph.DType.FLOAT32, true).total().parameters())
                .isEqualTo(25 + 15);
    }
}
