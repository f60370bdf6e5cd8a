package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void theAnswerIsInTheFileAndNotOnTheScreen() throws IOException {
        Path file = folder.resolve("a b.csv");
        Cli.run("list", "--output", file.toString()).printsExactly("");
        assertThat(file).content().startsWith("name,file,title\r\nalexnet,alexnet.yaml,");
        assertThat(files()).containsExactly("a b.csv");
    }

    @Test
    void theFormatIsThatOfTheEndingUnlessItIsNamed() {
        Path json = folder.resolve("a.json");
        Cli.run("list", "-o", json.toString()).printsExactly("");
        assertThat(json).content().startsWith("{\n  \"archmeter\": {");
        Cli.run("list", "-o", json.toString(), "--format", "markdown").printsExactly("");
        assertThat(json).content().startsWith("## ");
        Path other = folder.resolve("a.out");
        Cli.run("list", "-o", other.toString()).printsExactly("");
        assertThat(other).content().startsWith("the models");
    }

    @Test
    void whatTheFileHeldIsReplacedAsAWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "old".repeat(10_000));
        new OutputFile(file.toString()).write(out -> out.write("new é×\n"));
        assertThat(file).hasContent("new é×\n");
        assertThat(files()).containsExactly("old.txt");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "old");
        OutputFile output = new OutputFile(file.toString());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> output.write(out -> {
                    out.write("half");
                    throw new IOException("the disk is full");
                }))
                .withMessage(file + ": error: [cannot-write] the file could not be written: the disk is full\n"
                        + "    remedy: name a file in a folder that you may write to and that has room");
        assertThatIllegalStateException()
                .isThrownBy(() -> output.write(out -> {
                    throw new IllegalStateException("a bug");
                }));
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly("old.txt");
    }

    @Test
    void aModelThatCannotBeUsedLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("old.csv"), "old");
        Cli.run("analyze", "no-such-model", "-o", file.toString()).refusesWith("[unknown-model]");
        assertThat(file).hasContent("old");
    }

    @Test
    void foldersAndMissingFoldersAreRefusedBeforeAnyWork() {
        Cli.run("list", "-o", folder.toString()).refusesWith(folder + ": error: [is-a-folder]");
        Path missing = folder.resolve("missing").resolve("a.csv");
        Cli.run("list", "-o", missing.toString()).refusesWith(missing + ": error: [no-such-folder]");
        Cli.run("list", "-o", "").refusesWith("--output: error: [bad-file-name] the name is empty");
        Cli.run("list", "-o", "a\0b").refusesWith("[bad-file-name]");
    }

    @Test
    void aFolderThatIsAFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Cli.run("list", "-o", file.resolve("a.csv").toString()).refusesWith("[no-such-folder]");
    }

    @Test
    void whatMayNotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.csv"), "kept");
        assumeTrue(file.toFile().setWritable(false) && !Files.isWritable(file), "root may write everything");
        Cli.run("list", "-o", file.toString())
                .refusesWith(file + ": error: [cannot-write] the file may not be written");
        assertThat(file).hasContent("kept");
    }

    @Test
    void permissionsStayAsTheyWere() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("shared.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        new OutputFile(file.toString()).write(out -> out.write("new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        new OutputFile(link.toString()).write(out -> out.write("new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("new");
    }

    @Test
    void aDeviceIsWrittenAndNotReplaced() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        Cli.run("list", "-o", device.toString()).printsExactly("");
        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(device).exists();
    }

    private Stream<String> files() throws IOException {
        return Files.list(folder).map(file -> file.getFileName().toString());
    }
}
