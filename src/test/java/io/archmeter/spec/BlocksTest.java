package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.load.LoadOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks, and the files that they are imported from. */
class BlocksTest {
    @Test
    void theFirstParamIsTheUsualArgument() {
        assertThat(Drawn.layers("""
                        input: [3, 8, 8]
                        layers:
                          a: {unit: 4}
                          b: {unit: 5, stride: 2}
                          c: {unit: , width: 6}
                        blocks:
                          unit:
                            params: {width: required, stride: 1}
                            layers: [{conv: =width, kernel: 1, stride: =stride}]
                        """))
                .containsExactly("a.0: conv(input) 1x4x8x8", "b.0: conv(a.0) 1x5x4x4", "c.0: conv(b.0) 1x6x4x4");
    }

    @Test
    void defaultsMayDependOnParamsBeforeThemAndOnWhatComesIn() {
        assertThat(Drawn.layers("""
                        input: [3, 8, 8]
                        layers: [{unit: 4}, {unit: 4, inner: 10}, unit]
                        blocks:
                          unit:
                            params: {width: =in.channels, inner: =width * 2}
                            layers: [{conv: =inner, kernel: 1}, {conv: =width, kernel: 1}]
                        """))
                .containsExactly(
                        "0.0: conv(input) 1x8x8x8",
                        "0.1: conv(0.0) 1x4x8x8",
                        "1.0: conv(0.1) 1x10x8x8",
                        "1.1: conv(1.0) 1x4x8x8",
                        "2.0: conv(1.1) 1x8x8x8",
                        "2.1: conv(2.0) 1x4x8x8");
    }

    @Test
    void aBlockSeesTheModelsParamsAndItsOwnBeforeThem() {
        assertThat(Drawn.layers("""
                        input: [3]
                        params: {width: 4, depth: 5}
                        layers: [{unit: 6}]
                        blocks:
                          unit:
                            params: {width: required}
                            layers: [{linear: =width}, {linear: =depth}]
                        """)).containsExactly("0.0: linear(input) 1x6", "0.1: linear(0.0) 1x5");
    }

    @Test
    void blocksUseBlocks() {
        assertThat(Drawn.layers("""
                        input: [3, 8, 8]
                        layers: {layer1: {outer: 4}}
                        blocks:
                          outer:
                            params: {width: required}
                            layers:
                              - {inner: =width}
                              - {inner: =width * 2, name: second}
                          inner:
                            params: {width: required}
                            layers: {conv: {conv: =width, kernel: 1}, relu: relu}
                        """))
                .containsExactly(
                        "layer1.0.conv: conv(input) 1x4x8x8",
                        "layer1.0.relu: relu(layer1.0.conv) 1x4x8x8",
                        "layer1.second.conv: conv(layer1.0.relu) 1x8x8x8",
                        "layer1.second.relu: relu(layer1.second.conv) 1x8x8x8");
    }

    @Test
    void anExpressionMayNameTheBlock() {
        assertThat(Drawn.layers("""
                        input: [3]
                        params: {block: wide}
                        layers: [{=block: 2}, {=block: 2, factor: 5}, "=block"]
                        blocks:
                          wide:
                            params: {width: 1, factor: 3}
                            layers: [{linear: =width * factor}]
                        """))
                .containsExactly("0.0: linear(input) 1x6", "1.0: linear(0.0) 1x10", "2.0: linear(1.0) 1x3");
    }

    @Test
    void aBlockMayHandItsInputThrough() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers: [relu, {unit: 3}, {unit: 4}, relu]
                        blocks:
                          unit:
                            params: {width: required}
                            layers: [{linear: =width, when: =in.channels != width}]
                        """)).containsExactly("0: relu(input) 1x3", "2.0: linear(0) 1x4", "3: relu(2.0) 1x4");
    }

    @Test
    void listsAndTextsAreArgumentsToo() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers: [{mlp: [4, 5], act: sigmoid}]
                        blocks:
                          mlp:
                            params: {widths: required, act: relu}
                            layers: [{for: {width: =widths}, layers: [{linear: =width}, {=act: }]}]
                        """))
                .containsExactly(
                        "0.0: linear(input) 1x4",
                        "0.1: sigmoid(0.0) 1x4",
                        "0.2: linear(0.1) 1x5",
                        "0.3: sigmoid(0.2) 1x5");
    }

    @Test
    void blocksComeFromOtherFilesAsWell() {
        Map<String, String> files = Map.of(
                "model.yaml",
                """
                imports: [blocks/a.yaml, blocks/deep/c.json]
                input: [3]
                layers: [a, c]
                """,
                "blocks/a.yaml",
                """
                title: block a, and what it needs
                imports: [deep/b.yaml]
                blocks: {a: {layers: [b, relu]}}
                """,
                "blocks/deep/b.yaml",
                "blocks: {b: {layers: [{linear: 5}]}}",
                "blocks/deep/c.json",
                "{\"blocks\": {\"c\": {\"layers\": [{\"linear\": 6}]}}}");

        assertThat(Drawn.layers(Drawn.graph(files, "model.yaml", LoadOptions.DEFAULT)))
                .containsExactly("0.0.0: linear(input) 1x5", "0.1: relu(0.0.0) 1x5", "1.0: linear(0.1) 1x6");
    }

    @Test
    void aFileThatSeveralImportIsReadOnce() {
        Map<String, String> files = Map.of(
                "model.yaml", "{imports: [a.yaml, b.yaml, c.yaml, a.yaml], input: [3], layers: [a, b, c]}",
                "a.yaml", "{imports: [c.yaml], blocks: {a: {layers: [c]}}}",
                "b.yaml", "{imports: [c.yaml], blocks: {b: {layers: [c]}}}",
                "c.yaml", "{blocks: {c: {layers: [relu]}}}");

        assertThat(Drawn.names(Drawn.graph(files, "model.yaml", LoadOptions.DEFAULT)))
                .containsExactly("0.0.0", "1.0.0", "2.0");
    }

    @Test
    void aBlockStandsForAnOperatorThatIsCalledAsIt() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers: [{rescale: 4}, rescale, {relu: relu, again: relu}]
                        blocks:
                          rescale: {params: {features: 5}, layers: [{linear: =features}]}
                        """))
                .containsExactly(
                        "0.0: linear(input) 1x4",
                        "1.0: linear(0.0) 1x5",
                        "relu: relu(1.0) 1x5",
                        "again: relu(relu) 1x5");
    }

    @Test
    void aParamMayBeCalledAsAnOperator() {
        assertThat(Drawn.layers("""
                        input: [3]
                        params: {unit: wide}
                        layers: [{wide: 4, norm: true}, {norm: true, wide: 5}, {=unit: 6, norm: true}, {wide: 7}]
                        blocks:
                          wide:
                            params: {features: required, norm: false}
                            layers: [{linear: =features}, {batchnorm: , when: =norm}]
                        """))
                .containsExactly(
                        "0.0: linear(input) 1x4",
                        "0.1: batchnorm(0.0) 1x4",
                        "1.0: linear(0.1) 1x5",
                        "1.1: batchnorm(1.0) 1x5",
                        "2.0: linear(1.1) 1x6",
                        "2.1: batchnorm(2.0) 1x6",
                        "3.0: linear(2.1) 1x7");
    }

    /** {@code c.yaml} was written with the operator in mind, and the block of the model that imports it is none of its business. */
    @Test
    void whatIsImportedSeesNoBlockThatIsCalledAsAnOperator() {
        Map<String, String> files = Map.of(
                "model.yaml", "{imports: [b.yaml, c.yaml], input: [3], layers: [relu, b, c, {=d: }], params: {d: c}}",
                "a.yaml", "{blocks: {relu: {layers: [sigmoid]}}}",
                "b.yaml", "{imports: [a.yaml], blocks: {b: {layers: [relu]}}}",
                "c.yaml", "{blocks: {c: {layers: [relu, {=inner: }], params: {inner: relu}}}}");

        assertThat(Drawn.layers(Drawn.graph(files, "model.yaml", LoadOptions.DEFAULT)))
                .containsExactly(
                        "0.0: sigmoid(input) 1x3",
                        "1.0.0: sigmoid(0.0) 1x3",
                        "2.0: relu(1.0.0) 1x3",
                        "2.1: relu(2.0) 1x3",
                        "3.0: relu(2.1) 1x3",
                        "3.1: relu(3.0) 1x3");
    }

    @Test
    void branchesAreJoinedByTheOperator() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers: [{branches: [relu, sigmoid], join: add}, add]
                        blocks: {add: {layers: [{linear: 4}]}}
                        """))
                .containsExactly(
                        "0: relu(input) 1x3", "1: sigmoid(input) 1x3", "add: add(0, 1) 1x3", "2.0: linear(add) 1x4");
    }

    @Test
    void ofAnImportedModelOnlyTheBlocksAreUsed() {
        Map<String, String> files = Map.of(
                "model.yaml", "{imports: other.yaml, input: [3], layers: [unit]}",
                "other.yaml", "{input: [5], layers: [{linear: 9}], blocks: {unit: {layers: [relu]}}}");

        assertThat(Drawn.layers(Drawn.graph(files, "model.yaml", LoadOptions.DEFAULT)))
                .containsExactly("0.0: relu(input) 1x3");
    }
}
