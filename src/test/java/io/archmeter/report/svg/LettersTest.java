package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A letter takes 7 pixels, a wide one 13. */
class LettersTest {
    @Test
    void whatFitsIsWrittenInFull() {
        assertThat(Letters.endsOf("conv1", 35)).isEqualTo("conv1");
        assertThat(Letters.endOf("conv1", 35)).isEqualTo("conv1");
        assertThat(Letters.beginOf("conv1", 35)).isEqualTo("conv1");
        assertThat(Letters.fits("conv1", 35)).isTrue();
        assertThat(Letters.fits("conv1", 34)).isFalse();
    }

    /** Of 7 and of 8 letters. */
    @Test
    void otherwiseTheBeginAndTheEndAre() {
        assertThat(Letters.endsOf("encoder_layer_10", 49)).isEqualTo("enc…_10");
        assertThat(Letters.endsOf("encoder_layer_10", 62)).isEqualTo("enco…_10");
    }

    @Test
    void oneOfThemIsWhereThatIsAskedFor() {
        assertThat(Letters.beginOf("encoder_layer_10", 49)).isEqualTo("encode…");
        assertThat(Letters.endOf("encoder_layer_10", 49)).isEqualTo("…yer_10");
    }

    @Test
    void whereThereIsNoRoomIsOnlyAnEllipsis() {
        assertThat(Letters.endsOf("conv", 7)).isEqualTo("…");
        assertThat(Letters.endsOf("conv", -4)).isEqualTo("…");
    }

    @Test
    void lettersAreNotCutInHalves() {
        assertThat(Letters.endsOf("😀😀😀😀😀", 65)).isEqualTo("😀😀😀😀😀");
        assertThat(Letters.endsOf("😀😀😀😀😀😀", 59)).isEqualTo("😀😀…😀😀");
    }

    /** Two ideographs of 13 pixels and an ellipsis of 7. */
    @Test
    void wideLettersTakeMoreRoom() {
        assertThat(Letters.width("層1")).isEqualTo(20);
        assertThat(Letters.endOf("層層層層", 33)).isEqualTo("…層層");
    }

    /** 14 letters take 98 pixels. */
    @Test
    void sentencesHaveTwoLinesAtMost() {
        assertThat(Letters.linesOf("what was before it", 98)).containsExactly("what was", "before it");
        assertThat(Letters.linesOf("what was before it was what it is", 98))
                .containsExactly("what was", "before it was …");
    }
}
