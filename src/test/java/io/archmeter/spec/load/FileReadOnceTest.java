package io.archmeter.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.program.Growth;
import org.junit.jupiter.api.Test;

class FileReadOnceTest {
    /** The search for the largest batch asks for many; the file says the same to all of them. */
    @Test
    void aFileIsReadOnceForAllBatches() {
        String file = "src/test/resources/onnx/tv_squeezenet1_1_legacy.onnx";
        assertThat(Growth.calls(OnnxModels.class, "read", "memory", file, "--limit", "1GiB"))
                .isEqualTo(1);
    }
}
