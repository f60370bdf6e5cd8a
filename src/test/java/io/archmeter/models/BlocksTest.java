package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.graph.Weight;
import io.archmeter.load.LoadOptions;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that come with the tool for the specs of others, beside the modules of PyTorch that they are named as. */
class BlocksTest {
    private static final String SPEC = "src/test/resources/models/transformer.yaml";

    /**
     * PyTorch 2.13's TransformerEncoderLayer(512, 8, dropout=0, batch_first=True) on 1×10×512, the half of what FlopCounterMode counts,
     * attention as two products; what autograd keeps of 2×10×512 by saved_tensors_hooks, the input among it.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLayerOfATransformersEncoderIsThatOfPyTorch(boolean normFirst) {
        Model model = load(1, normFirst);

        assertThat(model.analyze().total().parameters()).isEqualTo(3_152_384);
        assertThat(model.analyze().total().multiplyAdds()).isEqualTo(31_559_680);
        assertThat(model.weights(false))
                .extracting(Weight::fullName)
                .containsExactlyInAnyOrder(
                        "layer.self_attn.in_proj_weight",
                        "layer.self_attn.in_proj_bias",
                        "layer.self_attn.out_proj.weight",
                        "layer.self_attn.out_proj.bias",
                        "layer.linear1.weight",
                        "layer.linear1.bias",
                        "layer.linear2.weight",
                        "layer.linear2.bias",
                        "layer.norm1.weight",
                        "layer.norm1.bias",
                        "layer.norm2.weight",
                        "layer.norm2.bias");
        TrainingMemory training = TrainingMemory.of(load(2, normFirst).facts(DType.FLOAT32), Optimizer.SGD);
        assertThat(training.keptForBackward().exact()).hasValue(492_480);
    }

    private static Model load(long batch, boolean normFirst) {
        return Archmeter.load(
                SPEC, new LoadOptions(batch, Optional.empty(), Map.of("norm_first", Boolean.toString(normFirst))));
    }
}
