package io.archmeter.report;

import static io.archmeter.metric.Metric.Unit.BYTES;
import static io.archmeter.metric.Metric.Unit.COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Ruler;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundNumbersTest {
    private static String words(List<Quantity> ticks) {
        return String.join(" | ", ticks.stream().map(Quantity::words).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, COUNT, 0 | 1",
        "1, COUNT, 0 | 1",
        "3, COUNT, 0 | 1 | 2 | 3",
        "138357544, COUNT, 0 | 50 M | 100 M | 150 M",
        "1850000000, COUNT, 0 | 500 M | 1 G | 1.5 G | 2 G",
        "2000000000, COUNT, 0 | 500 M | 1 G | 1.5 G | 2 G",
        "12845056, BYTES, 0 | 4 MiB | 8 MiB | 12 MiB | 16 MiB",
        "1572864, BYTES, 0 | 512 KiB | 1 MiB | 1.5 MiB",
        "5, BYTES, 0 | 2 B | 4 B | 6 B"
    })
    void anAxisEndsAtTheFirstRoundNumberThatIsLargeEnough(long largest, Metric.Unit unit, String expected) {
        assertThat(words(RoundNumbers.upTo(largest, unit).ticks())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void allAmountsFit(Metric.Unit unit) {
        Random random = new Random(8);
        for (int i = 0; i < 2_000; i++) {
            long largest = random.nextLong() >>> 1 >>> random.nextInt(63);
            Ruler ruler = RoundNumbers.upTo(largest, unit);

            assertThat(ruler.end()).as("%d of seed 8", largest).isGreaterThanOrEqualTo(largest);
            assertThat(ruler.ticks()).as("%d of seed 8", largest).hasSizeBetween(2, 5);
        }
        assertThat(RoundNumbers.upTo(Long.MAX_VALUE, unit).end()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "714188480, 15470264320, COUNT, 500 M | 1 G | 2 G | 5 G | 10 G | 20 G",
        "1, 1, COUNT, 1 | 2",
        "10, 10, COUNT, 10 | 20",
        "5000, 9000, COUNT, 5 k | 10 k",
        "1024, 5000, BYTES, 1 KiB | 2 KiB | 4 KiB | 8 KiB"
    })
    void aLogarithmicAxisGoesAroundAllAmounts(long least, long largest, Metric.Unit unit, String expected) {
        assertThat(words(RoundNumbers.around(least, largest, unit))).isEqualTo(expected);
    }

    @Test
    void manyTicksHaveWordsAtPowersAlone() {
        assertThat(words(RoundNumbers.around(40_476_448, 37_745_884_192L, COUNT)))
                .isEqualTo(" |  | 100 M |  |  | 1 G |  |  | 10 G |  | ");
        assertThat(words(RoundNumbers.around(1024, 1L << 31, BYTES)))
                .startsWith("1 KiB |  |  | ")
                .endsWith(" | 1 GiB | ");
    }

    @ParameterizedTest
    @EnumSource
    void anAxisBeginsAndEndsBeyondAllAmounts(Metric.Unit unit) {
        Random random = new Random(9);
        for (int i = 0; i < 2_000; i++) {
            long one = Math.max(1, random.nextLong() >>> 1 >>> random.nextInt(63));
            long other = Math.max(1, random.nextLong() >>> 1 >>> random.nextInt(63));
            List<Quantity> ticks = RoundNumbers.around(Math.min(one, other), Math.max(one, other), unit);

            assertThat(ticks).as("%d, %d of seed 9", one, other).hasSizeGreaterThan(1);
            assertThat(ticks.get(0).exact()).isLessThanOrEqualTo(Math.min(one, other));
            assertThat(ticks.get(ticks.size() - 1).exact()).isGreaterThanOrEqualTo(Math.max(one, other));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0 | 1 B",
        "8, 0 | 1 B | 2 B | 3 B | 4 B | 5 B | 6 B | 7 B | 8 B",
        "9, 0 | 2 B | 4 B | 6 B | 8 B",
        "1376512, 0 | 256 KiB | 512 KiB | 768 KiB | 1 MiB | 1.25 MiB",
        "4194304, 0 | 512 KiB | 1 MiB | 1.5 MiB | 2 MiB | 2.5 MiB | 3 MiB | 3.5 MiB | 4 MiB",
        "9223372036854775807, 0 | 1 EiB | 2 EiB | 3 EiB | 4 EiB | 5 EiB | 6 EiB | 7 EiB"
    })
    void bytesEndBelowTheLargest(long largest, String expected) {
        assertThat(words(RoundNumbers.bytesUpTo(largest))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1048576, 131072", "1500000, 262144", "1000, 128"})
    void theyAreMultiplesOfOneStep(long largest, long step) {
        assertThat(RoundNumbers.bytesUpTo(largest)).extracting(Quantity::exact).allMatch(bytes -> bytes % step == 0);
        assertThat(RoundNumbers.bytesUpTo(largest).get(1).exact()).isEqualTo(step);
    }
}
