package io.archmeter.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyTest {
    /** By hand, half up at the third decimal. */
    @ParameterizedTest
    @CsvSource({
        "76.13, 76130, 76.130",
        "76.13%, 76130, 76.130",
        "76.13 %, 76130, 76.130",
        "0, 0, 0.000",
        "100, 100000, 100.000",
        "100.000, 100000, 100.000",
        "56.5224, 56522, 56.522",
        "56.5225, 56523, 56.523",
        "007, 7000, 7.000"
    })
    void aPercentageIsKeptToItsThousandth(String text, long thousandths, String percent) {
        assertThat(Accuracy.parse(text)).contains(new Accuracy(thousandths));
        assertThat(new Accuracy(thousandths).percent()).hasToString(percent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "x",
                "-1",
                "+1",
                "100.001",
                "101",
                "1e1",
                "0x1",
                ".5",
                "5.",
                "1,5",
                "NaN",
                "7 6",
                "７６",
                "99999999999999999999999999999999"
            })
    void whatIsNoPercentageIsNone(String text) {
        assertThat(Accuracy.parse(text)).isEmpty();
    }

    @Test
    void nothingIsLessThanNothingOrMoreThanAll() {
        assertThatThrownBy(() -> new Accuracy(-1)).hasMessage("no percentage: -1 thousandths");
        assertThatThrownBy(() -> new Accuracy(100_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
