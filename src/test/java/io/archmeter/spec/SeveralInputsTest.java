package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code inputs}: a network that is given several tensors. */
class SeveralInputsTest {
    private static final String IMAGE_AND_DEPTH = """
            inputs: {image: [3, 8, 8], depth: {channels: 1, height: 8, width: 8}}
            layers:
              - {conv: 4, kernel: 1}
              - {conv: 4, kernel: 1, from: depth}
              - {add: , from: ["0", "1"]}
            """;

    private static final String TOKENS = """
            inputs: {image: [3, 8, 8], tokens: {shape: [77], dtype: int64}}
            layers:
              image_vector: flatten
              token_vector: {flatten: , from: tokens}
            outputs: [image_vector, token_vector]
            """;

    private static LoadOptions with(Map<String, Shape> inputs) {
        return new LoadOptions(2, Optional.empty(), inputs, Map.of(), Map.of());
    }

    @Test
    void theLayersBeginWithTheFirstAndTakeOthersByTheirNames() {
        assertThat(Drawn.layers(IMAGE_AND_DEPTH))
                .containsExactly("0: conv(image) 1x4x8x8", "1: conv(depth) 1x4x8x8", "2: add(0, 1) 1x4x8x8");
        assertThat(Drawn.graph(IMAGE_AND_DEPTH).inputShapes())
                .containsExactly(Shape.of(1, 3, 8, 8), Shape.of(1, 1, 8, 8));
    }

    @Test
    void inABlockInputIsWhatComesIn() {
        assertThat(Drawn.layers("""
                        inputs: {image: [3, 8, 8], depth: [3, 8, 8]}
                        blocks:
                          twice: {layers: [relu, {add: , from: ["0", input]}]}
                        layers:
                          one: twice
                          two: {twice: , from: depth}
                          sum: {add: , from: [one, two, input]}
                        """))
                .containsExactly(
                        "one.0: relu(image) 1x3x8x8",
                        "one.1: add(one.0, image) 1x3x8x8",
                        "two.0: relu(depth) 1x3x8x8",
                        "two.1: add(two.0, depth) 1x3x8x8",
                        "sum: add(one.1, two.1, image) 1x3x8x8");
    }

    @Test
    void shapesAreReplacedByTheNamesOfInputs() {
        Graph graph =
                Drawn.graph(IMAGE_AND_DEPTH, with(Map.of("image", Shape.of(3, 4, 8), "depth", Shape.of(1, 4, 8))));

        assertThat(graph.inputShapes()).containsExactly(Shape.of(2, 3, 4, 8), Shape.of(2, 1, 4, 8));
        assertThat(Drawn.graph("{input: [3], layers: [relu]}", with(Map.of("input", Shape.of(5))))
                        .input())
                .isEqualTo(Shape.of(2, 5));
        assertThat(Drawn.graph(
                                "{inputs: {image: [3]}, layers: [relu]}",
                                new LoadOptions(1, Optional.of(Shape.of(7)), Map.of()))
                        .input())
                .isEqualTo(Shape.of(1, 7));
    }

    @Test
    void aShapeWithoutANameIsAmbiguous() {
        LoadOptions plain = new LoadOptions(1, Optional.of(Shape.of(3, 16, 16)), Map.of());

        assertThatThrownBy(() -> WrittenModel.of(IMAGE_AND_DEPTH, plain))
                .isInstanceOf(ProblemException.class)
                .hasMessage("""
                        --input: error: [ambiguous-input] the model has 2 inputs: image, depth
                            remedy: say of which it is the shape: --input image=3x16x16""");
        assertThatThrownBy(() -> WrittenModel.of(IMAGE_AND_DEPTH, with(Map.of("dept", Shape.of(1, 8, 8)))))
                .isInstanceOf(ProblemException.class)
                .hasMessage("""
                        --input: error: [unknown-input] the model has no input 'dept'
                            remedy: did you mean 'depth'?""");
    }

    /** 3·8·8 numbers of 4 bytes, or 2, and 77 of 8 bytes: tokens are no floating-point numbers, which alone another type replaces. */
    @Test
    void eachInputHasItsType() {
        Graph graph = Drawn.graph(TOKENS);

        assertThat(bytes(graph, DType.FLOAT32)).containsExactly(768L, 616L, 768L, 616L);
        assertThat(bytes(graph, DType.FLOAT16)).containsExactly(384L, 616L, 384L, 616L);
    }

    private static List<Long> bytes(Graph graph, DType type) {
        return NetworkFacts.of(graph, type).graph().values().stream()
                .map(Value::bytes)
                .toList();
    }

    /** Two images of 8×8 are one map of positions, all of which a global pool sees; one of 4×4 has others. */
    @Test
    void whatSeesInputsOfDifferentSizesHasNoWindow() {
        String spec = """
                inputs: {image: [3, 8, 8], other: [3, SIZE, SIZE]}
                layers:
                  a: globalavgpool
                  b: {globalavgpool: , from: other}
                  both: {concat: , from: [a, b]}
                """;

        assertThat(WrittenModel.of(spec.replace("SIZE", "8"))
                        .analyze()
                        .receptiveField()
                        .orElseThrow()
                        .axes())
                .allSatisfy(axis -> assertThat(axis.size()).isEqualTo(8))
                .hasSize(2);
        assertThat(WrittenModel.of(spec.replace("SIZE", "4")).analyze().receptiveField())
                .isEmpty();
    }
}
