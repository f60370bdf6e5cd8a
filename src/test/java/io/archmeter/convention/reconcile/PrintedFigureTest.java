package io.archmeter.convention.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedFigureTest {
    @ParameterizedTest
    @CsvSource({
        "4.12G, 4124999999, true",
        "4.12G, 4115000000, true",
        "4.12G, 4125000001, false",
        "4.12G, 4114999999, false",
        "4.1 GFLOPs, 4111512576, true",
        "4G, 4089184256, true",
        "301M, 300774272, true",
        "300.8M, 300774272, true",
        "300.7M, 300774272, false",
        "'4,111,512,576', 4111512576, true",
        "'4,111,512,576', 4111512575, false",
        "4111512576, 4111512576, true",
        "0.72GMacs, 714188480, false",
        "0.71 GMac, 714188480, true",
        "17.6B, 17563828224, true",
        "1.5T, 1540000000000, true",
        // Half a unit is rounded up by some, and to the even digit by others.
        "2.4k, 2450, true",
        "2.5k, 2450, true"
    })
    void aCountIsPrintedWithSoManyDigits(String figure, long count, boolean printed) {
        assertThat(PrintedFigure.parse(figure).orElseThrow().isPrintedOf(count)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "fvcore", "4.12X", "-4G", "4.1.2G", "1,23", "999999999999999999999999999", "0x12", "4e9"})
    void allElseIsNoFigure(String text) {
        assertThat(PrintedFigure.parse(text)).isEmpty();
    }
}
