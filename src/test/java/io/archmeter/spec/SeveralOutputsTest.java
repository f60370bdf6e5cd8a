package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.analysis.CostReport;
import io.archmeter.graph.DType;
import io.archmeter.graph.Value;
import org.junit.jupiter.api.Test;

/** {@code outputs}: a network that puts out several tensors. */
class SeveralOutputsTest {
    /** Maps of three scales, each seen through a 1×1 convolution: 64, 16 and 4 positions of two channels. */
    private static final String PYRAMID = """
            input: [2, 8, 8]
            layers:
              c1: {conv: 2, kernel: 1}
              c2: {maxpool: 2}
              c3: {maxpool: 2}
              p3: {conv: 2, kernel: 1}
              p2: {conv: 2, kernel: 1, from: c2}
              p1: {conv: 2, kernel: 1, from: c1}
            outputs: [p1, p2, p3]
            """;

    @Test
    void theyStandInTheOrderInWhichTheyAreNamed() {
        assertThat(WrittenModel.of(PYRAMID).graph().outputValues())
                .extracting(Value::name)
                .containsExactly("p1", "p2", "p3");
    }

    /**
     * Maps of 512, 128 and 32 bytes: the input and c1; then c1 with c2, with c3 as well, c1, c2, c3 and p3; when c3 is done, p3, c2, c1 and
     * p2; at last p3, p2, c1 and p1, the outputs among them.
     */
    @Test
    void eachIsHeldToTheEnd() {
        assertThat(WrittenModel.of(PYRAMID).memory(DType.FLOAT32, false).liveBytes())
                .containsExactly(512L, 1024L, 640L, 672L, 704L, 800L, 1184L);
    }

    /** p3 sees 4×4 of the input through two pools; the main output sees one element. */
    @Test
    void theReceptiveFieldIsThatOfTheMainOutput() {
        CostReport report = WrittenModel.of(PYRAMID).analyze();

        assertThat(report.receptiveField().orElseThrow().axes().get(0).size()).isEqualTo(1);
        assertThat(report.layers()
                        .get(3)
                        .receptiveField()
                        .orElseThrow()
                        .axes()
                        .get(0)
                        .size())
                .isEqualTo(4);
    }

    @Test
    void aJoinCanBeOne() {
        Model model = WrittenModel.of("""
                input: [2, 8, 8]
                layers:
                  - name: block
                    residual: [{conv: 2, kernel: 1}]
                  - relu
                outputs: ["0", block.add]
                """);

        assertThat(model.graph().outputValues()).extracting(Value::name).containsExactly("0", "block.add");
    }

    @Test
    void whatIsPredictedIsObserved() {
        assertThat(WrittenModel.of(PYRAMID).verify().equal()).isTrue();
    }
}
