package io.archmeter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository of a test: {@code repository.has("a.yaml", text).commits("first")}. */
public record Repository(Path folder) {
    /** Writes a file. */
    public Repository has(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Puts all files into a revision; a machine without git runs no test that asks for it. */
    public Repository commits(String message) throws IOException, InterruptedException {
        assumeTrue(hasGit());
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=Tester", "-c", "user.email=tester@example.com", "commit", "-q", "-m", message);
        return this;
    }

    /** The name of a file in a revision, from wherever the test runs. */
    public String reference(String revision, String file) {
        return "git:" + revision + ":" + folder.resolve(file);
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }

    /** Whatever else git can do. */
    public void git(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // A build that git started, such as one of a hook, must not reach its repository from here.
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process git = builder.start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }
}
