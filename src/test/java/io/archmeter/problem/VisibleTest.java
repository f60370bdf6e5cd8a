package io.archmeter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
    @ParameterizedTest
    @CsvSource({
        "'a\nb', 'a\\u000ab'",
        "'a\r\nb', 'a\\u000d\\u000ab'",
        "'\u001B[31m', '\\u001b[31m'",
        "'\u009B31m', '\\u009b31m'",
        "'a\u0000b', 'a\\u0000b'",
        "'\u007F', '\\u007f'",
        // Right-to-left override, isolate and mark, Arabic letter mark; lines and paragraphs; a joiner, a byte order
        // mark
        "'a\u202Eb', 'a\\u202eb'",
        "'a\u2066b', 'a\\u2066b'",
        "'a\u200Fb', 'a\\u200fb'",
        "'a\u061Cb', 'a\\u061cb'",
        "'a\u2028b\u2029', 'a\\u2028b\\u2029'",
        "'a\u200Db\uFEFF', 'a\\u200db\\ufeff'",
        // A tag (U+E0041), half a pair
        "'\uDB40\uDC41', '\\udb40\\udc41'",
        "'a\uD83Db', 'a\\ud83db'",
    })
    void whatCannotBeSeenIsACode(String text, String visible) {
        assertThat(Visible.of(text)).isEqualTo(visible);
    }

    @ParameterizedTest
    @CsvSource({"''", "layer1.0.conv1", "größer 層 😀 שָׁלוֹם é ×─…█", "C:\\models\\a.yaml"})
    void whatCanBeSeenStays(String text) {
        assertThat(Visible.of(text)).isEqualTo(text);
    }

    @Test
    void aProblemIsALineAndItsRemedyWhateverNamesAreInIt() {
        Problem problem = new Problem(
                "unknown-key",
                new Span("a\n::error file=b::c.yaml", 3, 1),
                "x\u001B[2J",
                "there is no key 'k\n::warning::k'",
                "did you mean '\u202Eevil'?");
        assertThat(problem).hasToString("""
                        a\\u000a::error file=b::c.yaml:3:1: error: [unknown-key] x\\u001b[2J: there is no key 'k\\u000a::warning::k'
                            remedy: did you mean '\\u202eevil'?""");
    }

    /** Characters of all planes, one after the other and in random order. */
    @Test
    void nothingThatIsHiddenIsLeft() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append((char) random.nextInt(1 << 16));
            text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        }
        assertThat(Visible.of(text.toString()).codePoints().filter(VisibleTest::isHidden))
                .as("seed 7")
                .isEmpty();
    }

    private static boolean isHidden(int point) {
        return Integer.toString(point, 16).matches("d[89a-f]..")
                || new String(Character.toChars(point)).matches("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    }
}
