package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.picture.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Powers of two, of which 1024 are a unit. */
class ByteTicksTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0 B; 1 B",
        "8, 0 B; 1 B; 2 B; 3 B; 4 B; 5 B; 6 B; 7 B; 8 B",
        "9, 0 B; 2 B; 4 B; 6 B; 8 B",
        "1376512, 0 B; 256 KiB; 512 KiB; 768 KiB; 1 MiB; 1.25 MiB",
        "4194304, 0 B; 512 KiB; 1 MiB; 1.5 MiB; 2 MiB; 2.5 MiB; 3 MiB; 3.5 MiB; 4 MiB",
        "9223372036854775807, 0 B; 1 EiB; 2 EiB; 3 EiB; 4 EiB; 5 EiB; 6 EiB; 7 EiB"
    })
    void ticksAreRound(long largest, String words) {
        assertThat(ByteTicks.upTo(largest)).extracting(Quantity::words).containsExactly(words.split("; "));
    }

    @ParameterizedTest
    @CsvSource({"1048576, 131072", "1500000, 262144", "1000, 128"})
    void theyAreMultiplesOfOneStep(long largest, long step) {
        assertThat(ByteTicks.upTo(largest)).extracting(Quantity::exact).allMatch(bytes -> bytes % step == 0);
        assertThat(ByteTicks.upTo(largest).get(1).exact()).isEqualTo(step);
    }
}
