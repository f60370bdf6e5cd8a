package io.archmeter.sweep.part;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Spark is there: what its jar says in {@code spark-version-info.properties}. */
class SparkOnClassPathTest {
    private static final Span PLACE = Span.of("archmeter sweep");

    @TempDir
    private Path folder;

    private void require() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            SparkOnClassPath.requireIn(loader, PLACE);
        }
    }

    private void say(String properties) throws IOException {
        Files.writeString(folder.resolve("spark-version-info.properties"), properties);
    }

    @ParameterizedTest
    @CsvSource({"3.5.9", "2.4.8", "latest"})
    void anOldOneIsRefused(String version) throws IOException {
        say("version=" + version + "\nuser=\n");
        assertThatThrownBy(this::require)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[old-spark] Spark " + version + " is too old")
                .hasMessageContaining("take Spark 4 or newer");
    }

    @ParameterizedTest
    @CsvSource({"4.0.0", "4.2.0", "10.1.0-SNAPSHOT"})
    void aNewOneIsNot(String version) throws IOException {
        say("version=" + version + "\n");
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void noneIsRefused() {
        assertThatThrownBy(this::require)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[no-spark] there is no Spark on the class path");
    }
}
