package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesReadTest {
    @TempDir
    Path folder;

    @Test
    void whatIsReadWhileItLastsIsKnownByAllItsNames() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1\n");
        Path other = Files.writeString(folder.resolve("b.yaml"), "b: 1\n");
        Path link = Files.createLink(folder.resolve("c.yaml"), file);
        FilesRead read = FilesRead.begin();
        try {
            assertThat(FilesRead.has(file)).isFalse();
            // On other threads as well.
            List.of(file).parallelStream().forEach(each -> TextFile.read(each, "a.yaml"));
            assertThat(FilesRead.has(file)).isTrue();
            assertThat(FilesRead.has(folder.resolve("none/../a.yaml"))).isTrue();
            assertThat(FilesRead.has(link)).isTrue();
            assertThat(FilesRead.has(other)).isFalse();
            assertThat(FilesRead.has(folder.resolve("none"))).isFalse();
        } finally {
            read.close();
        }
        assertThat(FilesRead.has(file)).isFalse();
    }
}
