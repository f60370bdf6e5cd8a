package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A letter is taken for 7 pixels wide. */
class FittedTextTest {
    @Test
    void aTextThatFitsIsWhole() {
        assertThat(FittedText.in(35, "conv1")).isEqualTo("conv1");
    }

    /** 49 pixels are 7 letters: three of the begin, the sign, three of the end. */
    @Test
    void oneThatDoesNotKeepsItsBeginAndItsEnd() {
        assertThat(FittedText.in(49, "encoder_layer_10")).isEqualTo("enc…_10");
        assertThat(FittedText.in(62, "encoder_layer_10")).isEqualTo("enco…_10");
    }

    @Test
    void tooFewLettersSayNothing() {
        assertThat(FittedText.in(34, "encoder_layer_10")).isEmpty();
        assertThat(FittedText.in(-4, "conv")).isEmpty();
        assertThat(FittedText.in(0, "conv")).isEmpty();
    }

    @Test
    void aCharacterOfTwoUnitsIsOneLetter() {
        assertThat(FittedText.in(35, "😀😀😀😀😀")).isEqualTo("😀😀😀😀😀");
        assertThat(FittedText.in(35, "😀😀😀😀😀😀")).isEqualTo("😀😀…😀😀");
    }
}
