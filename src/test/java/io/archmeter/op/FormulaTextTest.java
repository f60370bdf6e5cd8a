package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "7 = 7",
                "23,296 = 23296",
                "64·3·11·11 + 64 = 23296",
                "2 + 3·4 = 14",
                "(2 + 3)·4 = 20",
                "10 − 2 − 3 = 5",
                "10 − (2 − 3) = 11",
                "⌊(224 + 2·3 − 7) / 2⌋ + 1 = 112",
                "⌊7 / 2⌋ = 3",
                "⌈7 / 2⌉ = 4",
                "⌈8 / 2⌉ = 4",
                "⌊(2 − 3) / 2⌋ = -1",
                "⌈(2 − 3) / 2⌉ = 0",
                "⌊⌈9 / 2⌉·3 / (1 + 1)⌋ = 7",
            })
    void aTextIsWorthWhatItSays(String text, long value) {
        assertThat(FormulaText.evaluate(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2 +", "(2", "2)", "⌊7⌋", "⌊7 / 2⌉", "1,23", "2 - 1", "two"})
    void whatIsNoFormulaHasNoValue(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormulaText.evaluate(text));
    }

    @Test
    void aValueOfMoreThanSixtyFourBitsIsNone() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> FormulaText.evaluate("9,223,372,036,854,775,807 + 1"));
    }
}
