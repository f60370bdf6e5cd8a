package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.analysis.CostReport;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GPT-2 and BERT, which read tokens. */
class LanguageModelsTest {
    /**
     * GPT-2: 124,439,808, 354,823,168, 774,030,080 and 1,557,611,200 parameters (gpt2, gpt2-medium, gpt2-large and gpt2-xl of
     * openai-community on Hugging Face; Radford et al. 2019, Table 2, has 117, 345, 762 and 1542 M). By hand, of a layer of width w
     * 12·w·w + 13·w, of the tables (50,257 + 1024)·w, of the last normalization 2·w.
     *
     * <p>BERT: 109,482,240 and 335,141,888 (bert-base-uncased and bert-large-uncased there, as BertModel; Devlin et al. 2019, section 3,
     * has 110 and 340 M). By hand, of a layer 12·w·w + 13·w, of the tables (30,522 + 512 + 2)·w, of their normalization 2·w, of the pooler
     * w·w + w.
     *
     * <p>Multiply-adds: half of what PyTorch 2.13's FlopCounterMode counts for the same network in torch.nn, attention as two products.
     */
    @ParameterizedTest
    @CsvSource({
        "gpt2, 124439808, 145824153600",
        "gpt2_medium, 354823168, 413475536896",
        "gpt2_large, 774030080, 887285350400",
        "gpt2_xl, 1557611200, 1753351782400",
        "bert_base, 109482240, 11174215680",
        "bert_large, 335141888, 39461060608",
    })
    void costsWhatItsSourceSays(String name, long parameters, long multiplyAdds) {
        CostReport costs = BundledModels.costs(name);

        assertThat(costs.total().parameters()).isEqualTo(parameters);
        assertThat(costs.total().buffers()).isZero();
        assertThat(costs.total().multiplyAdds()).isEqualTo(multiplyAdds);
    }

    /** The tensors of the first layer and those beside the layers, as in the state_dict of Hugging Face's BertModel. */
    @Test
    void bertsTensorsAreThoseOfHuggingFace() {
        assertThat(BundledModels.model("bert_base").weights(true))
                .extracting(Weight::fullName, weight -> weight.shape().toString())
                .filteredOn(tensor -> !tensor.toList().get(0).toString().matches("encoder\\.layer\\.[1-9].*"))
                .extracting(
                        tensor -> tensor.toList().get(0) + " " + tensor.toList().get(1))
                .containsExactlyInAnyOrder(
                        "embeddings.word_embeddings.weight 30522x768",
                        "embeddings.position_embeddings.weight 512x768",
                        "embeddings.token_type_embeddings.weight 2x768",
                        "embeddings.LayerNorm.weight 768",
                        "embeddings.LayerNorm.bias 768",
                        "encoder.layer.0.attention.self.query.weight 768x768",
                        "encoder.layer.0.attention.self.query.bias 768",
                        "encoder.layer.0.attention.self.key.weight 768x768",
                        "encoder.layer.0.attention.self.key.bias 768",
                        "encoder.layer.0.attention.self.value.weight 768x768",
                        "encoder.layer.0.attention.self.value.bias 768",
                        "encoder.layer.0.attention.output.dense.weight 768x768",
                        "encoder.layer.0.attention.output.dense.bias 768",
                        "encoder.layer.0.attention.output.LayerNorm.weight 768",
                        "encoder.layer.0.attention.output.LayerNorm.bias 768",
                        "encoder.layer.0.intermediate.dense.weight 3072x768",
                        "encoder.layer.0.intermediate.dense.bias 3072",
                        "encoder.layer.0.output.dense.weight 768x3072",
                        "encoder.layer.0.output.dense.bias 768",
                        "encoder.layer.0.output.LayerNorm.weight 768",
                        "encoder.layer.0.output.LayerNorm.bias 768",
                        "pooler.dense.weight 768x768",
                        "pooler.dense.bias 768");
    }

    /** BertModel's last_hidden_state and pooler_output. */
    @Test
    void bertPutsOutEachTokenAndTheFirst() {
        assertThat(BundledModels.model("bert_large").graph().outputValues())
                .extracting(Value::shape)
                .containsExactly(Shape.of(1, 128, 1024), Shape.of(1, 1024));
    }
}
