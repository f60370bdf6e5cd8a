package io.archmeter.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void aPlaceIsAFileALineAndAColumn() {
        assertThat(new Span("a.yaml", 12, 5)).hasToString("a.yaml:12:5");
    }

    @Test
    void aFileAsAWholeIsItsName() {
        assertThat(Span.of("a.yaml")).hasToString("a.yaml").isEqualTo(new Span("a.yaml", 0, 0));
    }

    @Test
    void aPlaceToTheRightIsOnTheSameLine() {
        assertThat(new Span("a.yaml", 12, 5).plus(3)).isEqualTo(new Span("a.yaml", 12, 8));
    }

    @Test
    void noPlaceIsBeforeTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span("a.yaml", -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span("a.yaml", 1, -1));
    }
}
