package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void says_its_name() {
        assertThat(Main.class.getPackageName()).isEqualTo("io.archmeter.cli");
    }
}
