package io.archmeter.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How wide texts are, how they are shortened, and what is kept off a terminal. */
class TerminalTextTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "conv1, 5",
        "1×3×224, 7",
        "─…█▌, 4",
        "層, 2",
        "畳み込み, 8",
        "합성곱, 6",
        "Ａ＝, 4",
        "😀, 2",
        "𠀀, 2",
        "𝓍, 1",
        // e and a combining acute accent; a joiner; Hebrew with a point
        "'e\u0301', 1",
        "'a\u200Db', 2",
        "'\u05E9\u05B8', 1",
    })
    void widthIsThatOfATerminal(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "features.0, 10, features.0",
        "layer1.0.conv1, 12, layer1…conv1",
        "layer1.0.conv1, 5, la…v1",
        "layer1.0.conv1, 2, la",
        "層層層層層, 7, 層…層",
        "層層層層層, 8, 層層…層",
        // the accent stays with its letter or goes with it
        "'abcdefe\u0301', 3, 'a…e\u0301'",
        "'abcdee\u0301\u0301f', 3, 'a…f'",
    })
    void longNamesLoseTheirMiddle(String text, int width, String shortened) {
        assertThat(Shortened.inTheMiddle(text, width, Glyphs.UNICODE)).isEqualTo(shortened);
    }

    @Test
    void asciiHasThreeDotsForAnEllipsis() {
        assertThat(Shortened.inTheMiddle("layer1.0.conv1", 12, Glyphs.ASCII)).isEqualTo("layer...onv1");
    }

    @Test
    void controlsNeitherBreakTheLineNorSteerTheTerminal() {
        assertThat(PlainText.of("a\u001B[2Jb\nc\td\u007F\u009B")).isEqualTo("a\\u001b[2Jb c d\\u007f\\u009b");
        assertThat(PlainText.of("a\u202Eb\u2028c\u2066")).isEqualTo("a\\u202eb\\u2028c\\u2066");
        assertThat(PlainText.of("größer 層")).isEqualTo("größer 層");
    }

    @Test
    void glyphsAreAllDrawnOrAllAscii() {
        assertThat(Glyphs.thatFit(StandardCharsets.UTF_8)).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.thatFit(StandardCharsets.US_ASCII)).isEqualTo(Glyphs.ASCII);
        // has × and · but no lines
        assertThat(Glyphs.thatFit(StandardCharsets.ISO_8859_1)).isEqualTo(Glyphs.ASCII);
        // a charset that only decodes
        assertThat(Glyphs.thatFit(Charset.forName("x-JISAutoDetect"))).isEqualTo(Glyphs.ASCII);
    }

    @Test
    void formulasCanBeWrittenInAscii() {
        assertThat(Glyphs.ASCII.translate("⌊(224 + 2·2 − 11) / 4⌋ + ⌈1 / 2⌉ → …×─"))
                .isEqualTo("floor((224 + 2*2 - 11) / 4) + ceil(1 / 2) -> ...x-");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, ''",
        "1, 1000000, ▏",
        "1, 64, ▏",
        "3, 64, ▍",
        "8, 64, █",
        "36, 64, ████▌",
        "64, 64, ████████",
        "9223372036854775807, 9223372036854775807, ████████",
    })
    void barsAreExactToAnEighthOfAStep(long part, long longest, String bar) {
        StringBuilder out = new StringBuilder();
        Bars.append(out, Glyphs.UNICODE, part, longest, 8);
        assertThat(out).hasToString(bar);
    }

    @ParameterizedTest
    @CsvSource({"0, 8, ''", "1, 1000000, #", "4, 64, #", "12, 64, ##", "64, 64, ########"})
    void asciiBarsHaveWholeSteps(long part, long longest, String bar) {
        StringBuilder out = new StringBuilder();
        Bars.append(out, Glyphs.ASCII, part, longest, 8);
        assertThat(out).hasToString(bar);
    }
}
