package com.example;

import static io.archmeter.assertj.ArchmeterAssertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import org.junit.jupiter.api.Test;

class ModelBudgetTest {
    private final Model model = Archmeter.load("specs/resnet.yaml#resnet50");

    @Test
    void fitsIntoTheDevice() {
        assertThat(model)
                .hasParametersAtMost(26_000_000)
                .hasMultiplyAddsAtMost(4_200_000_000L)
                .hasArenaBytesAtMost(8 << 20)
                .hasNoOperator("lrn", "softmax");
    }

    @Test
    void noLayerIsTheWholeNetwork() {
        assertThat(model)
                .module("layer4")
                .hasParametersAtMost(15_000_000)
                .eachLayer("*")
                .hasParametersAtMost(2_500_000);
    }
}
