package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DTypeTest {
    /** Names and sizes as in torch.dtype and torch.dtype.itemsize. */
    @ParameterizedTest(name = "{1} takes {2} bytes")
    @CsvSource({"FLOAT32, float32, 4", "FLOAT16, float16, 2", "BFLOAT16, bfloat16, 2", "INT8, int8, 1"})
    void aTypeIsWrittenAsPyTorchDoesAndTakesAsManyBytes(DType type, String written, int bytes) {
        assertThat(type).hasToString(written);
        assertThat(type.bytes(3)).isEqualTo(3L * bytes);
    }

    @Test
    void aTypeIsWrittenTheSameInTurkey() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr"));
            assertThat(DType.INT8).hasToString("int8");
        } finally {
            Locale.setDefault(before);
        }
    }
}
