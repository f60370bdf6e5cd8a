package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DTypeTest {
    /** Names and sizes as in torch.dtype and torch.dtype.itemsize. */
    @ParameterizedTest(name = "{1} takes {2} bytes")
    @CsvSource({
        "FLOAT64, float64, 8",
        "FLOAT32, float32, 4",
        "FLOAT16, float16, 2",
        "BFLOAT16, bfloat16, 2",
        "FLOAT8_E4M3FN, float8_e4m3fn, 1",
        "FLOAT8_E5M2, float8_e5m2, 1",
        "INT64, int64, 8",
        "INT32, int32, 4",
        "INT16, int16, 2",
        "INT8, int8, 1",
        "UINT8, uint8, 1",
        "BOOL, bool, 1"
    })
    void aTypeIsWrittenAsPyTorchDoesAndTakesAsManyBytes(DType type, String written, int bytes) {
        assertThat(type).hasToString(written);
        assertThat(type.bytes(3)).isEqualTo(3L * bytes);
    }

    /** Two elements share a byte, and a tensor begins with a byte of its own: 5 elements take 2½ bytes, and so 3. */
    @ParameterizedTest
    @CsvSource({
        "INT4, 4, 2",
        "INT4, 5, 3",
        "UINT4, 1, 1",
        "UINT4, 0, 0",
        "INT4, 9223372036854775807, 4611686018427387904"
    })
    void halfABytePerElementIsRoundedUpForEachTensor(DType type, long elements, long bytes) {
        assertThat(type.bits()).isEqualTo(4);
        assertThat(type.bytes(elements)).isEqualTo(bytes);
    }

    @Test
    void bytesThatALongDoesNotHoldAreNone() {
        assertThatThrownBy(() -> DType.INT16.bytes(1L << 62)).isInstanceOf(ArithmeticException.class);
        assertThat(DType.INT8.bytes(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    /** What torch.nn.functional.linear can be differentiated in, on a CPU (PyTorch 2.x). */
    @Test
    void realNumbersOfSixteenBitsAndMoreHaveGradients() {
        assertThat(DType.values())
                .filteredOn(DType::hasGradients)
                .containsExactly(DType.FLOAT64, DType.FLOAT32, DType.FLOAT16, DType.BFLOAT16);
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
