package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that comes with the tool: each layer that one of them has at its full input, and the wiring of the others at a small one. */
@Tag("vectors")
class BundledModelsTest {
    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#withEachLayer")
    void whatIsPredictedIsObserved(String name) {
        requireProof(BundledModels.model(name));
    }

    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#withLayersOfOthers")
    void whatIsPredictedIsObservedAtASmallInput(String name) {
        requireProof(BundledModels.small(name));
    }

    private static void requireProof(Model model) {
        Verification verification = model.verify();

        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
    }
}
