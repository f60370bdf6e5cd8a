package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that comes with the tool, at its full input. */
@Tag("vectors")
class BundledModelsTest {
    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#names")
    void whatIsPredictedIsObserved(String model) {
        Verification verification = BundledModels.run(model);

        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
    }
}
