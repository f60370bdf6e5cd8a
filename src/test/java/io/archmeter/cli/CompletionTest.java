package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shells complete. */
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            archmeter an                  | analyze
            archmeter analyze --dt        | --dtype
            archmeter analyze --dtype bf  | bfloat16
            archmeter analyze resnet5     | resnet50
            archmeter compare vgg16 vgg19_| vgg19_bn
            archmeter check --format sa   | sarif
            archmeter completion f        | fish
            """)
    void bashCompletesCommandsOptionsTheirWordsAndModels(String line, String completed) throws Exception {
        assertThat(inBash(line)).contains(completed);
    }

    /** As bash calls it: the words of the line, and which of them is being written. */
    private List<String> inBash(String line) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "there is no bash");
        Path script = Files.writeString(
                folder.resolve("completion"), Cli.run("completion", "bash").out());
        String call = "source '" + script + "'; COMP_WORDS=(" + line + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                + "COMP_LINE='" + line + "'; _complete_archmeter; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder(BASH.toString(), "--norc", "-c", call)
                .redirectErrorStream(true)
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(answer).isZero();
        return answer.lines().map(String::strip).toList();
    }

    @Test
    void zshTakesTheScriptOfBash() {
        assertThat(Cli.run("completion", "zsh").prints("bashcompinit").out())
                .isEqualTo(Cli.run("completion", "bash").out());
    }

    @Test
    void fishHasALineForEachCommandOptionAndItsWords() {
        Cli.run("completion", "fish")
                .prints("complete -c archmeter -n '__fish_use_subcommand' -f -a verify -d 'a real forward pass, ")
                .prints("-n '__fish_seen_subcommand_from list ls' -l color -x -a 'auto always never' -d '")
                .prints("-n '__fish_seen_subcommand_from analyze analyse' -s o -l output -r -d '")
                .prints("-n '__fish_seen_subcommand_from explain' -a 'alexnet ")
                // a quote within the quotes
                .prints(" -d 'columns of a text (default: the terminal\\'s)'\n");
    }

    @Test
    void otherShellsAreRefused() {
        Cli.run("completion", "bahs").refuses("""
                archmeter completion: error: [unknown-shell] SHELL cannot be 'bahs'
                    remedy: did you mean 'bash'?
                """);
        Cli.run("completion").refusesWith("[missing-argument] SHELL is missing");
    }
}
