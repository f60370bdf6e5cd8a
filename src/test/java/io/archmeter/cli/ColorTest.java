package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** When problems are coloured. */
class ColorTest {
    /** Select graphic rendition, of ECMA-48: what follows is red. */
    private static final String RED = "\u001B[31m";

    @Test
    void problemsAreColouredOnATerminalUnlessNobodyWantsIt() {
        assertThat(err(true, Map.of())).contains(RED + "error:");
        assertThat(err(false, Map.of())).isNotEmpty().doesNotContain("\u001B");
        assertThat(err(true, Map.of("NO_COLOR", "1"))).doesNotContain("\u001B");
        assertThat(err(true, Map.of("NO_COLOR", ""))).contains(RED);
        assertThat(err(false, Map.of("CLICOLOR_FORCE", "1"))).contains(RED);
        assertThat(err(false, Map.of("CLICOLOR_FORCE", "0"))).doesNotContain("\u001B");
        assertThat(err(false, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"))).doesNotContain("\u001B");
    }

    @Test
    void theOptionDecidesBeforeAllElse() {
        assertThat(err(false, Map.of("NO_COLOR", "1"), "--color", "always")).contains(RED);
        assertThat(err(false, Map.of(), "--color=always")).contains(RED);
        assertThat(err(true, Map.of("CLICOLOR_FORCE", "1"), "--color=never")).doesNotContain("\u001B");
        assertThat(err(true, Map.of(), "--color=auto")).contains(RED);
    }

    /** The place and the fact may hold anything; only the word is coloured. */
    @Test
    void onlyTheWordIsColoured() {
        assertThat(err(true, Map.of()))
                .startsWith(
                        "@|red x|@: \u001B[1m\u001B[31merror:\u001B[39m\u001B[21m\u001B[0m [unknown-model] there is no ");
    }

    private static String err(boolean terminal, Map<String, String> environment, String... options) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                new Terminal(terminal, terminal, OptionalInt.empty()),
                ColorChoice.AUTO.orOf(environment));
        List<String> args = new ArrayList<>(List.of("analyze", "@|red x|@"));
        args.addAll(List.of(options));
        assertThat(Main.run(args.toArray(String[]::new), console, environment)).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }
}
