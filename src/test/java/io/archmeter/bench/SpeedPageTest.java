package io.archmeter.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedPageTest {
    @Test
    void whatStandsBetweenTheMarksIsReplacedAndNothingElse() {
        String page = "above\n<!-- executor -->\nold\nlines\n<!-- end of executor -->\nbelow\n";
        assertThat(SpeedPage.written(page, "executor", List.of("new")))
                .isEqualTo("above\n<!-- executor -->\nnew\n<!-- end of executor -->\nbelow\n");
    }

    @Test
    void aPageWithoutTheMarksIsNotWritten() {
        assertThatThrownBy(() -> SpeedPage.written("above\n<!-- executor -->\nold\n", "executor", List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("<!-- end of executor -->");
    }
}
