package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntendedTest {
    private static final String COUNT = "a count, such as 64";
    private static final String FLAG = "true or false";

    private static String remedy(String text, String example) {
        return Intended.remedy(new Value.Text(text), example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64", "-1", "+3", "0.5"})
    void aNumberInQuotesLosesThem(String number) {
        assertThat(remedy(number, COUNT)).isEqualTo("write the number without quotes: " + number);
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({"yes, true", "Yes, true", "ON, true", "y, true", "no, false", "off, false", "N, false"})
    void theWordsOfOlderYamlAreFlags(String written, String meant) {
        assertThat(remedy(written, FLAG)).isEqualTo("write " + meant);
    }

    @Test
    void theWordsOfOlderYamlAreNoCounts() {
        assertThat(remedy("yes", COUNT)).isEqualTo("write a count, such as 64; an expression begins with '=': =yes");
        assertThat(remedy("off", COUNT)).isEqualTo("write a count, such as 64; an expression begins with '=': =off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"width", "width * 4", "in.channels/2", "floor(width)", "widths[0]"})
    void whatLooksLikeAnExpressionIsTakenForOne(String text) {
        assertThat(remedy(text, COUNT)).isEqualTo("write a count, such as 64; an expression begins with '=': =" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sixty four", "64px", "1234567890123456", "=width"})
    void whatLooksLikeNothingIsAnsweredByAnExample(String text) {
        assertThat(remedy(text, COUNT)).isEqualTo("write a count, such as 64");
    }

    @Test
    void whatIsNoTextIsAnsweredByAnExample() {
        assertThat(Intended.remedy(Value.Num.of(1), FLAG)).isEqualTo("write true or false");
    }
}
