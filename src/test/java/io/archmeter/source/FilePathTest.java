package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePathTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void withoutLinks() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void aNameThatNoFileCanHaveIsAProblem() {
        assertThatThrownBy(() -> FilePath.of("a\0b", "name another"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("""
                        a\\u0000b: error: [missing-file] no file can have this name
                            remedy: name another""");
        assertThat(FilePath.find("a\0b")).isEmpty();
        assertThat(FilePath.of("a/b.yaml", "name another")).isEqualTo(Path.of("a/b.yaml"));
    }

    /** In a locale without letters beyond ASCII, Java reads U+FFFD for each byte of one. */
    @Test
    void lettersThatTheLocaleDoesNotHaveAreSaidToBeMissing() {
        assertThat(FilePath.impossible("gr\uFFFD\uFFFDe.yaml", "name another").toString())
                .startsWith("gr\uFFFD\uFFFDe.yaml: error: [locale-without-letters] the locale of this process, with ")
                .endsWith("\n    remedy: set one that has them, e.g. by LC_ALL=C.UTF-8");
    }

    @Test
    void aLinkIsWhatItLeadsToThereOrNot() throws IOException {
        Files.createDirectory(folder.resolve("there"));
        link("folder", "there");
        link("dangling", "folder/none.txt");
        link("again", "dangling");

        assertThat(FilePath.real(folder.resolve("folder"))).isEqualTo(folder.resolve("there"));
        assertThat(FilePath.real(folder.resolve("again"))).isEqualTo(folder.resolve("there/none.txt"));
        assertThat(FilePath.real(folder.resolve("folder/../none"))).isEqualTo(folder.resolve("none"));
        assertThat(FilePath.real(folder.resolve("none/none"))).isEqualTo(folder.resolve("none/none"));
    }

    @Test
    void linksInACircleLeadNowhere() throws IOException {
        link("one", "two");
        link("two", "one");

        assertThatThrownBy(() -> FilePath.real(folder.resolve("one"))).isInstanceOf(FileSystemLoopException.class);
    }

    private void link(String name, String target) throws IOException {
        try {
            Files.createSymbolicLink(folder.resolve(name), Path.of(target));
        } catch (FileSystemException | UnsupportedOperationException none) {
            assumeFalse(true, "there are no links here");
        }
    }
}
