package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.training.Optimizer;
import io.archmeter.verify.Verification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code parameter} and {@code buffer}: weights that are tensors of their own, and what other layers make of them. */
class OwnTensorsTest {
    /** A token before eight others, and positions of all nine. */
    private static final String TOKENS = """
            name: tokens
            input: [8, 4]
            layers:
              class_token: {parameter: [1, 4], batch_axis: true}
              class_tokens: {expand: [-1, -1], from: [class_token, input]}
              tokens: {concat: , axis: 1, from: [class_tokens, input]}
              encoder:
                layers:
                  pos_embedding: {parameter: [9, 4], batch_axis: true}
                  sum: {add: , from: [tokens, pos_embedding]}
            """;

    /** Attention of windows of 7×7 positions in three heads, whose scores have a bias for each pair of positions. */
    private static final String SWIN = """
            name: swin
            input: [3, 49, 49]
            layers:
              attn:
                layers:
                  relative_position_bias_table: {parameter: [169, 3]}
                  relative_position_index: {buffer: 2401, dtype: int64, below: 169}
                  rows: {take: , from: [relative_position_bias_table, relative_position_index]}
                  pairs: {reshape: [49, 49, 3]}
                  bias: {permute: [0, 3, 1, 2]}
                  scores: {add: , from: [input, bias]}
            """;

    private static Model batched(String spec, long batch) {
        return WrittenModel.of(spec, new LoadOptions(batch, Optional.empty(), Map.of()));
    }

    private static List<String> weights(String spec) {
        return batched(spec, 8).graph().weights().stream()
                .map(weight -> weight.kind() + " " + weight.fullName() + " " + weight.shape() + " " + weight.type())
                .toList();
    }

    /** Names and shapes as torchvision 0.28 has them of vit_b_16 and swin_t, whose widths are others. */
    @Test
    void namesAreThoseOfTheLayersAndShapesThoseThatAreWritten() {
        assertThat(weights(TOKENS))
                .containsExactly(
                        "PARAMETER class_token 1x1x4 float32", "PARAMETER encoder.pos_embedding 1x9x4 float32");
        assertThat(weights(SWIN))
                .containsExactly(
                        "PARAMETER attn.relative_position_bias_table 169x3 float32",
                        "BUFFER attn.relative_position_index 2401 int64");
    }

    /**
     * 8·8·4 elements of the input, 8·1·4 of the tokens and 8·9·4 of all, which the sum is written over: 4·(256 + 32 + 288) bytes are held when
     * they are joined. Parameters are 4 + 36, whatever the batch; a sum has 288 additions.
     */
    @Test
    void aParameterDoesNotGrowWithTheBatch() {
        Model model = batched(TOKENS, 8);
        MemoryPlan plan = model.memory(DType.FLOAT32, false);

        assertThat(model.analyze().total().parameters()).isEqualTo(40);
        assertThat(model.analyze().total().weightBytes()).isEqualTo(160);
        assertThat(model.analyze().total().outputBytes()).isEqualTo(4 * (32 + 288 + 288));
        assertThat(plan.peak().bytes()).isEqualTo(4 * (256 + 32 + 288));
        assertThat(plan.peak().live()).extracting(tensor -> tensor.name()).doesNotContain("class_token");
    }

    /**
     * PyTorch 2.13 with its hooks: torch.cat and an addition keep nothing, and neither is the expanded token kept. Gradients are those of
     * two parameters.
     */
    @Test
    void whatTakesItKeepsWhatPyTorchKeeps() {
        MemoryReport memory = batched(TOKENS, 8).memory(DType.FLOAT32, Optimizer.ADAM);

        assertThat(memory.training().orElseThrow().keptForBackward().exact()).hasValue(0);
        assertThat(memory.training().orElseThrow().gradients().exact()).hasValue(160);
    }

    /** 3·49·49 elements of the bias, once for all samples: it is copied by rows, and in another order. */
    @Test
    void aTableIsTakenByIndicesAndAddedToTheScores() {
        Model model = batched(SWIN, 8);

        assertThat(model.graph().valueOf(model.graph().lastNode()).shape()).hasToString("8x3x49x49");
        assertThat(model.analyze().total().outputBytes()).isEqualTo(4 * 7203 * (3 + 8));
        assertThat(model.analyze().total().parameters()).isEqualTo(507);
        assertThat(model.analyze().total().buffers()).isEqualTo(2401);
    }

    @Test
    void whatIsPredictedIsObserved() {
        for (String spec : List.of(TOKENS, SWIN)) {
            Verification verification = batched(spec, 3).verify();

            assertThat(verification.differing()).isEmpty();
            assertThat(verification.equal()).isTrue();
        }
    }
}
