package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.analysis.CostReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GPT-2, which reads tokens. */
class LanguageModelsTest {
    /**
     * GPT-2: 124,439,808, 354,823,168, 774,030,080 and 1,557,611,200 parameters (gpt2, gpt2-medium, gpt2-large and gpt2-xl of
     * openai-community on Hugging Face; Radford et al. 2019, Table 2, has 117, 345, 762 and 1542 M). By hand, of a layer of width w
     * 12·w·w + 13·w, of the tables (50,257 + 1024)·w, of the last normalization 2·w.
     *
     * <p>Multiply-adds: half of what PyTorch 2.13's FlopCounterMode counts for the same network in torch.nn, attention as two products.
     */
    @ParameterizedTest
    @CsvSource({
        "gpt2, 124439808, 145824153600",
        "gpt2_medium, 354823168, 413475536896",
        "gpt2_large, 774030080, 887285350400",
        "gpt2_xl, 1557611200, 1753351782400",
    })
    void costsWhatItsSourceSays(String name, long parameters, long multiplyAdds) {
        CostReport costs = BundledModels.costs(name);

        assertThat(costs.total().parameters()).isEqualTo(parameters);
        assertThat(costs.total().buffers()).isZero();
        assertThat(costs.total().multiplyAdds()).isEqualTo(multiplyAdds);
    }
}
