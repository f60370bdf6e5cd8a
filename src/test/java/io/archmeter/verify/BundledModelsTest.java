package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.spec.BundledModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that comes with the tool, at its full input. */
class BundledModelsTest {
    static List<String> models() {
        return Archmeter.bundled().stream().map(BundledModel::name).toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsPredictedIsObserved(String model) {
        Verification verification = Archmeter.load(model).verify();

        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
    }
}
