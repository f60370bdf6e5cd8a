package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    /** What {@code stty size} prints, by POSIX.1-2024: rows, a blank, columns. */
    @Test
    void theWidthIsTheSecondWord() {
        assertThat(Terminal.ofSize("24 132\n")).hasValue(132);
        assertThat(Terminal.ofSize("60 211")).hasValue(211);
    }

    @Test
    void aTerminalThatDoesNotKnowIsAsWideAsTheyAlwaysWere() {
        assertThat(Terminal.ofSize("0 0\n")).hasValue(80);
        assertThat(Terminal.ofSize("")).hasValue(80);
        assertThat(Terminal.ofSize("stty: standard input: Inappropriate ioctl for device"))
                .hasValue(80);
    }
}
