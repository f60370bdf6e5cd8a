package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.load.LoadOptions;
import org.junit.jupiter.api.Test;

/** {@code repeat}, {@code for} and {@code when}. */
class LoopsTest {
    @Test
    void repeatSetsALayerBehindItself() {
        assertThat(Drawn.layers("{input: [3], layers: [{linear: =i + 1, repeat: 3}]}"))
                .containsExactly("0: linear(input) 1x1", "1: linear(0) 1x2", "2: linear(1) 1x3");
    }

    @Test
    void repeatNoughtLeavesItOut() {
        assertThat(Drawn.layers("{input: [3], layers: [{linear: 5, repeat: 0}, relu]}"))
                .containsExactly("0: relu(input) 1x3");
    }

    @Test
    void forRunsOverListsSideBySide() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers:
                          - for: {width: [4, 5], act: [relu, sigmoid]}
                            layers: [{linear: =width}, {=act: }]
                        """))
                .containsExactly("0: linear(input) 1x4", "1: relu(0) 1x4", "2: linear(1) 1x5", "3: sigmoid(2) 1x5");
    }

    @Test
    void forOverNothingLeavesItOut() {
        assertThat(Drawn.layers("{input: [3], layers: [{for: {w: []}, layers: [{linear: =w}]}, relu]}"))
                .containsExactly("0: relu(input) 1x3");
    }

    @Test
    void aLayerAloneMayRunOverListsToo() {
        assertThat(Drawn.layers("{input: [3], layers: [{for: {w: [4, 5]}, linear: =w}]}"))
                .containsExactly("0: linear(input) 1x4", "1: linear(0) 1x5");
    }

    @Test
    void inEachRowTheLayerIsRepeated() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers: [{for: {width: [10, 20], depth: [2, 1]}, repeat: =depth, linear: =width + i}]
                        """))
                .containsExactly("0: linear(input) 1x10", "1: linear(0) 1x11", "2: linear(1) 1x20");
    }

    @Test
    void loopsNestAndTheInnerVariableWins() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers:
                          - for: {a: [10, 20]}
                            layers:
                              - repeat: 2
                                layers:
                                  - {linear: =a + i}
                                  - for: {a: [7]}
                                    layers: [{linear: =a * 10 + i}]
                        """))
                .extracting(line -> line.substring(line.lastIndexOf('x') + 1))
                .containsExactly("10", "70", "11", "71", "20", "70", "21", "71");
    }

    @Test
    void aListOfListsGivesListsToTheTurns() {
        assertThat(Drawn.layers("""
                        input: [3]
                        layers: [{for: {pair: [[4, 5], [6, 7]]}, layers: [{linear: "=pair[0] * 10 + pair[1]"}]}]
                        """)).containsExactly("0: linear(input) 1x45", "1: linear(0) 1x67");
    }

    @Test
    void whenLooksAtTheTurnAndAtWhatComesIn() {
        assertThat(Drawn.layers("""
                        input: [3, 32, 32]
                        layers:
                          - repeat: 4
                            layers:
                              - {conv: 8, kernel: 3, padding: 1, when: =in.channels != 8}
                              - {maxpool: 2, when: =in.height > 8 and i % 2 == 0}
                        """))
                .containsExactly("0: conv(input) 1x8x32x32", "1: maxpool(0) 1x8x16x16", "2: maxpool(1) 1x8x8x8");
    }

    @Test
    void whatComesInIsThatOfTheLayerBefore() {
        assertThat(Drawn.layers("""
                        input: [3, 4, 5]
                        layers:
                          - {conv: =in.channels + in.height + in.width, kernel: 1}
                          - flatten
                          - {linear: =in.elements}
                          - {linear: =in.rank}
                          - {reshape: [1, "=in.shape[0]"]}
                          - {linear: "=in.shape[0] + in.shape[1]"}
                        """))
                .containsExactly(
                        "0: conv(input) 1x12x4x5",
                        "1: flatten(0) 1x240",
                        "2: linear(1) 1x240",
                        "3: linear(2) 1x2",
                        "4: reshape(3) 1x1x2",
                        "5: linear(4) 1x1x3");
    }

    @Test
    void whatComesInLeavesTheBatchOut() {
        assertThat(Drawn.layers(Drawn.graph(
                        "{input: [3, 4], layers: [flatten, {linear: =in.elements}]}",
                        new LoadOptions(7, java.util.Optional.empty(), java.util.Map.of()))))
                .containsExactly("0: flatten(input) 7x12", "1: linear(0) 7x12");
    }

    @Test
    void whenStandsOnGroupsAndBlocksToo() {
        assertThat(Drawn.layers("""
                        input: [3]
                        params: {on: false}
                        layers:
                          - {unit: , when: =on}
                          - {layers: [relu], when: =on}
                          - {residual: [relu], when: =on}
                          - {branches: [relu, relu], join: add, when: =on}
                          - {unit: , when: =not on}
                        blocks: {unit: {layers: [sigmoid]}}
                        """)).containsExactly("0.0: sigmoid(input) 1x3");
    }
}
