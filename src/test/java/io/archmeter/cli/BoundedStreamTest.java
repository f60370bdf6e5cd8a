package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedStreamTest {
    private static final TextFile.Bound ONE_MEBIBYTE = new TextFile.Bound(1, "write less");

    @TempDir
    private Path folder;

    private void write(OutputFile file, int bytes) {
        file.writeBytes(out -> {
            BoundedStream bounded = new BoundedStream(out, file.name(), ONE_MEBIBYTE);
            bounded.write(new byte[bytes - 1]);
            bounded.write(7);
        });
    }

    /** 1 MiB has 1,048,576 bytes. */
    @Test
    void whatIsTooLargeToBeReadIsNotWritten() throws IOException {
        Path path = Files.writeString(folder.resolve("old.json"), "old");
        OutputFile file = new OutputFile(path.toString());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> write(file, 1_048_577))
                .withMessage(file.name() + """
                : error: [file-too-large] the file would have more than 1 MiB, and could not be read
                    remedy: write less""");
        assertThat(path).hasContent("old");
        write(file, 1_048_576);
        assertThat(path).hasSize(1_048_576);
    }
}
