package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The pages for {@code man} that the build has made. */
class ManualIT {
    private static final Path PAGES = Path.of(System.getProperty("project.basedir"), "target", "man");

    @ParameterizedTest
    @FieldSource("io.archmeter.cli.Commands#NAMES")
    void eachCommandHasAPage(String command) throws Exception {
        // The macros of man(7): a title, and sections.
        assertThat(Files.readString(PAGES.resolve("archmeter-" + command + ".1")))
                .contains(".TH \"ARCHMETER\\-" + command.toUpperCase(Locale.ROOT) + "\" \"1\"")
                .contains(".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"", "color")
                .contains("archmeter " + command);
    }

    @Test
    void allOfThemHaveOneTogether() throws Exception {
        String page = Files.readString(PAGES.resolve("archmeter.1"));
        assertThat(page).contains(".TH \"ARCHMETER\" \"1\"", ".SH \"COMMANDS\"", "exit codes: 0 fine");
        assertThat(page).contains(Commands.NAMES);
    }
}
