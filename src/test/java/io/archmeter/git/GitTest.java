package io.archmeter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that behave worse than git ever should. */
class GitTest {
    private static final Path SHELL = Path.of("/bin/sh");
    /** Longer than any machine is busy. */
    private static final Duration LONG = Duration.ofDays(1);

    @TempDir
    Path folder;

    @BeforeEach
    void aShellIsThere() {
        assumeTrue(Files.isExecutable(SHELL));
    }

    private Git shell(Duration longest) {
        return new Git(List.of(SHELL.toString(), "-c"), folder, longest);
    }

    @Test
    void aProgramThatDoesNotAnswerIsEnded() {
        Git git = shell(Duration.ofMillis(200));
        assertThatThrownBy(() -> git.output(100, "sleep 100; echo late")).isInstanceOf(Git.TooSlow.class);
        assertThatThrownBy(() -> git.words(100, "exec sleep 100")).isInstanceOf(Git.TooSlow.class);
    }

    @Test
    void aProgramThatNeverEndsIsReadUpToTheBound() throws Exception {
        assertThat(shell(LONG).output(1 << 20, "while true; do echo more; done").bytes())
                .hasSize(1 << 20);
    }

    @Test
    void muchOnBothStreamsBlocksNobody() throws Exception {
        String much = "i=0; while [ $i -lt 20000 ]; do echo 0123456789; echo 0123456789 >&2; i=$((i+1)); done";
        assertThat(shell(LONG).output(1 << 20, much).bytes()).hasSize(20_000 * 11);
        assertThat(shell(LONG).words(1 << 20, much).bytes()).hasSize(2 * 20_000 * 11);
    }

    @Test
    void aProgramThatWaitsForAnAnswerGetsNone() throws Exception {
        Git.Answer answer = shell(LONG).output(100, "read line || echo nothing");
        assertThat(answer.text()).isEqualTo("nothing\n");
    }

    @Test
    void aFailureIsNotFine() throws Exception {
        assertThat(shell(LONG).output(100, "exit 3").fine()).isFalse();
        assertThat(shell(LONG).output(100, "true").fine()).isTrue();
    }

    @Test
    void aProgramThatIsNotThereIsSaid() {
        Git git = new Git(List.of("no-such-program-anywhere"), folder, LONG);
        assertThatThrownBy(() -> git.output(100)).isInstanceOf(Git.NotThere.class);
    }
}
