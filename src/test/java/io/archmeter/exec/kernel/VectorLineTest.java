package io.archmeter.exec.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.matrix.Tilings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("vectors")
class VectorLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "128 | amd64   | vectors: 128 bits (AVX), tiles of 8×12",
                "256 | amd64   | vectors: 256 bits (AVX2), tiles of 4×16",
                "512 | x86_64  | vectors: 512 bits (AVX-512), tiles of 8×32",
                "128 | aarch64 | vectors: 128 bits (NEON), tiles of 8×12",
                "256 | aarch64 | vectors: 256 bits (SVE), tiles of 4×16",
                "128 | riscv64 | vectors: 128 bits, tiles of 8×12"
            })
    void theLineNamesTheInstructionsThatHaveSuchVectors(int bits, String architecture, String line) {
        assertThat(VectorLine.of(Tilings.forVectors(bits).orElseThrow(), architecture))
                .isEqualTo(line);
    }

    @Test
    void plainJavaIsSaidToo() {
        assertThat(VectorLine.of(Tilings.plain(), "amd64"))
                .isEqualTo("vectors: as the compiler makes them of plain Java, tiles of 4×764");
    }
}
