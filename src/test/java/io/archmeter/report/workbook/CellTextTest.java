package io.archmeter.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts in cells; a cell has room for 32,767 units of UTF-16 ("Excel specifications and limits"). */
class CellTextTest {
    /** ECMA-376-1, 22.9.2.19: _x005F_ is the underscore of what would be a code. */
    @Test
    void whatLooksLikeTheCodeOfACharacterIsNone() {
        assertThat(CellText.of("_x0041_ _x00e9_ _x41_ layer_x1"))
                .isEqualTo("_x005F_x0041_ _x005F_x00e9_ _x41_ layer_x1");
    }

    @Test
    void aTextThatIsTooLongEndsWithAnEllipsis() {
        assertThat(CellText.of("a".repeat(32_767))).hasSize(32_767).doesNotContain("…");
        assertThat(CellText.of("a".repeat(32_768))).hasSize(32_767).endsWith("aa…");
        assertThat(CellText.of("a" + "\uD83D\uDE00".repeat(20_000)))
                .hasSize(32_766)
                .endsWith("\uD83D\uDE00…");
    }
}
