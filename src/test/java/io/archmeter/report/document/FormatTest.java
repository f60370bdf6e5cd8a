package io.archmeter.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void theEndingOfAFileAsksForAFormat() {
        assertThat(Format.ofFile("a.csv")).contains(Format.CSV);
        assertThat(Format.ofFile("a.b.JSON")).contains(Format.JSON);
        assertThat(Format.ofFile("a.md")).contains(Format.MARKDOWN);
        assertThat(Format.ofFile("a.markdown")).contains(Format.MARKDOWN);
        assertThat(Format.ofFile("a.txt")).contains(Format.TEXT);
        assertThat(Format.ofFile("a.yaml")).isEmpty();
    }
}
