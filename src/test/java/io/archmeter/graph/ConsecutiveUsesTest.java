package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ConsecutiveUsesTest {
    @Test
    void areEqualToTheUsesOneByOne() {
        List<WeightUse> uses = new ConsecutiveUses<>(List.of("weight", "bias"), Function.identity(), 7);

        assertThat(uses)
                .isEqualTo(
                        List.of(new WeightUse("weight", Operand.weight(7)), new WeightUse("bias", Operand.weight(8))))
                .hasSameHashCodeAs(
                        List.of(new WeightUse("weight", Operand.weight(7)), new WeightUse("bias", Operand.weight(8))));
    }
}
