package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which name a layer bears: that of PyTorch's module, were the spec one. */
class NumberingTest {
    private static final String BLOCK = """
            blocks:
              unit:
                layers: [relu, sigmoid]
            """;

    @Test
    void aListIsNumberedBelowTheNearestName() {
        assertThat(Drawn.names("""
                        input: [3, 8, 8]
                        layers:
                          features: [relu, relu]
                          classifier: [relu]
                        """)).containsExactly("features.0", "features.1", "classifier.0");
    }

    @Test
    void groupsWithoutANameAddNoLevel() {
        assertThat(Drawn.names("""
                        input: [3, 8, 8]
                        layers:
                          features:
                            - relu
                            - [relu, relu]
                            - layers: [relu, [relu]]
                            - residual: [relu]
                              shortcut: [relu]
                            - branches: [relu, [relu, relu]]
                              join: add
                            - relu
                        """))
                .containsExactly(
                        "features.0",
                        "features.1",
                        "features.2",
                        "features.3",
                        "features.4",
                        "features.5",
                        "features.6",
                        "features.add",
                        "features.7",
                        "features.8",
                        "features.9",
                        "features.add_2",
                        "features.10");
    }

    @Test
    void aBlockIsOneLayerWithItsOwnBelowIt() {
        assertThat(Drawn.names(
                        "input: [3]\nlayers: [relu, unit, unit, {body: unit}, relu]\n".replace("{body: unit}, ", "")
                                + BLOCK))
                .containsExactly("0", "1.0", "1.1", "2.0", "2.1", "3");
        assertThat(Drawn.names("input: [3]\nlayers: {body: unit, tail: [unit, relu]}\n" + BLOCK))
                .containsExactly("body.0", "body.1", "tail.0.0", "tail.0.1", "tail.1");
    }

    @Test
    void namedLayersTakeNoNumber() {
        assertThat(Drawn.names("""
                        input: [3]
                        layers:
                          - relu
                          - {relu: , name: middle}
                          - relu
                          - name: group
                            layers: [relu]
                          - relu
                        """)).containsExactly("0", "middle", "1", "group.0", "2");
    }

    @Test
    void whatIsLeftOutTakesNoNumber() {
        assertThat(Drawn.layers("""
                        input: [3]
                        params: {norm: false}
                        layers: [relu, {batchnorm: , when: =norm}, sigmoid]
                        """)).containsExactly("0: relu(input) 1x3", "1: sigmoid(0) 1x3");
    }

    @Test
    void aLoopWithoutANameGoesOnCounting() {
        assertThat(Drawn.names("""
                        input: [3]
                        layers:
                          body:
                            - relu
                            - {sigmoid: , repeat: 2}
                            - repeat: 2
                              layers: [relu, sigmoid]
                            - relu
                        """))
                .containsExactly("body.0", "body.1", "body.2", "body.3", "body.4", "body.5", "body.6", "body.7");
    }

    @Test
    void aLoopUnderAPlainNameIsAModuleOfThatName() {
        assertThat(
                        Drawn.names(
                                "input: [3]\nlayers:\n  body: {relu: , repeat: 2}\n  tail: {repeat: 2, layers: [relu, sigmoid]}\n"))
                .containsExactly("body.0", "body.1", "tail.0", "tail.1", "tail.2", "tail.3");
        assertThat(Drawn.names("input: [3]\nlayers:\n  body: {unit: , repeat: 2}\n" + BLOCK))
                .containsExactly("body.0.0", "body.0.1", "body.1.0", "body.1.1");
    }

    @Test
    void aNameWithBracesNamesEachTurn() {
        assertThat(Drawn.names("""
                        input: [3]
                        layers:
                          relu{i + 1}: {relu: , repeat: 2}
                          layer{stage}:
                            for: {stage: [1, 2], act: [relu, sigmoid]}
                            layers: [{=act: }, {=act: , name: "{act}_{stage}"}]
                        """))
                .containsExactly("relu1", "relu2", "layer1.0", "layer1.relu_1", "layer2.0", "layer2.sigmoid_2");
    }

    @Test
    void aModuleOfALoopInAListHasItsName() {
        assertThat(Drawn.names("""
                        input: [3]
                        layers:
                          - name: stage
                            repeat: 2
                            layers: [relu]
                          - relu
                        """)).containsExactly("stage.0", "stage.1", "0");
    }

    @Test
    void aGroupUnderANameIsAModule() {
        assertThat(Drawn.names("""
                        input: [3]
                        layers:
                          body:
                            residual: {act: relu}
                          wide:
                            branches: {left: relu, right: [sigmoid]}
                            join: concat
                        """))
                .containsExactly("body.act", "body.add", "wide.left", "wide.right.0", "wide.concat");
    }

    @Test
    void joinsAvoidNamesThatAreTaken() {
        assertThat(Drawn.names("""
                        input: [3]
                        layers:
                          - {relu: , name: add}
                          - residual: [relu]
                          - residual: [relu]
                        """)).containsExactly("add", "0", "add_1", "1", "add_2");
    }

    @Test
    void aNumberMayBeTheNameOfALayer() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers: [relu, sigmoid, {add: , from: [0, 1]}]
                        """)).last().isEqualTo("2: add(0, 1) 1x3");
    }
}
