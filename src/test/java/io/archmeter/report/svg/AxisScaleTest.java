package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisScaleTest {
    /** Logarithms to base 10, as tables have them (Abramowitz and Stegun, table 4.1): 0.30103, 0.69897, 0.95424, 2.99957. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 301", "5, 698", "9, 954", "10, 1000", "999, 2999", "1000, 3000", "61100840, 7786"})
    void logarithmsAreThoseOfTables(long amount, long thousandths) {
        assertThat(AxisScale.thousandths(amount)).isEqualTo(thousandths);
    }

    @Test
    void tenTimesAsMuchIsAlwaysAsFar() {
        assertThat(AxisScale.logarithmic(1, 1, 1_000, 300)).isZero();
        assertThat(AxisScale.logarithmic(10, 1, 1_000, 300)).isEqualTo(100);
        assertThat(AxisScale.logarithmic(100, 1, 1_000, 300)).isEqualTo(200);
        assertThat(AxisScale.logarithmic(Long.MAX_VALUE, 1, Long.MAX_VALUE, 300))
                .isEqualTo(300);
    }

    @Test
    void placesAreExactWhereProductsDoNotFitALong() {
        assertThat(Scale.position(Long.MAX_VALUE, Long.MAX_VALUE, 300)).isEqualTo(300);
        assertThat(Scale.position(Long.MAX_VALUE / 2, Long.MAX_VALUE, 300)).isEqualTo(149);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0 1", "3, 0 1 2", "4, 0 3", "5, 0 2 4", "6, 0 5", "7, 0 3 6"})
    void theFirstAndTheLastOfFewAreThoseOfAll(int count, String few) {
        List<Integer> all = IntStream.range(0, count).boxed().toList();

        assertThat(AxisScale.few(all, 3)).extracting(String::valueOf).containsExactly(few.split(" "));
    }
}
