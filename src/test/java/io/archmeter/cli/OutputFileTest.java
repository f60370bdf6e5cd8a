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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void theAnswerIsInTheFileAndNotOnTheScreen() throws IOException {
        Path file = folder.resolve("a b.csv");
        Cli.run("list", "--output", file.toString()).printsExactly("");
        assertThat(file).content().startsWith("family,name,file,").contains("\r\nAlexNet,alexnet,alexnet.yaml,");
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

    private static final String SPEC = "input: [3]\nlayers: [relu]\n";

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "compare", "explain", "memory", "parameters", "verify", "grow"})
    void noCommandReplacesWhatItReads(String command) throws IOException {
        Path spec = Files.writeString(folder.resolve("net.yaml"), SPEC);
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), spec);
        for (Path output : List.of(spec, link, folder.resolve("none/../net.yaml"))) {
            Cli.run(command, spec.toString(), "--format", "text", "-o", output.toString())
                    .refusesWith("error: [own-source] the command reads this file, and would replace it");
        }
        assertThat(spec).hasContent(SPEC);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void whatASpecImportsIsReadAsWell() throws IOException {
        Path blocks = Files.writeString(folder.resolve("blocks.yaml"), "blocks: {unit: {layers: [relu]}}\n");
        Path spec = Files.writeString(folder.resolve("net.yaml"), "imports: [blocks.yaml]\n" + SPEC);
        Cli.run("analyze", spec.toString(), "--format", "text", "-o", blocks.toString())
                .refusesWith("[own-source]");
        assertThat(blocks).hasContent("blocks: {unit: {layers: [relu]}}");
    }

    @Test
    void aFileOfArgumentsIsReadAsWell() throws IOException {
        Path arguments = Files.writeString(folder.resolve("arguments.csv"), "--format csv\n");
        Cli.run("analyze", "alexnet", "@" + arguments, "-o", arguments.toString())
                .refusesWith("[own-source]");
        assertThat(arguments).hasContent("--format csv");
    }

    @Test
    void neitherSideOfADifferenceIsReplaced() throws IOException {
        Path spec = Files.writeString(folder.resolve("net.yaml"), SPEC);
        Path report = folder.resolve("report.json");
        Cli.run("analyze", spec.toString(), "-o", report.toString()).printsExactly("");
        byte[] before = Files.readAllBytes(report);
        Cli.run("diff", report.toString(), spec.toString(), "-o", report.toString())
                .refusesWith("[own-source]");
        Cli.run("diff", report.toString(), spec.toString(), "--format", "text", "-o", spec.toString())
                .refusesWith("[own-source]");
        assertThat(report).hasBinaryContent(before);
        assertThat(spec).hasContent(SPEC);
        // The next command reads something else.
        Cli.run("list", "-o", report.toString()).printsExactly("");
    }

    @Test
    void aNameAsLongAsTheSystemHasThemCanBeWritten() throws IOException {
        String name = "n".repeat(251) + ".csv";
        Cli.run("list", "-o", folder.resolve(name).toString()).printsExactly("");
        assertThat(files()).containsExactly(name);
    }

    @Test
    void aLinkThatLeadsToNothingYetStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("real.txt"));
        new OutputFile(link.toString()).write(out -> out.write("new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(folder.resolve("real.txt")).hasContent("new");
        Path lost = Files.createSymbolicLink(folder.resolve("lost.txt"), Path.of("none/real.txt"));
        Cli.run("list", "-o", lost.toString()).refusesWith("lost.txt: error: [no-such-folder]");
    }

    /** What was written before the process was killed; somebody who still writes holds a lock on his. */
    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatIsWrittenIsNot() throws IOException {
        Files.writeString(folder.resolve(".archmeter-0123456789abcdef.tmp"), "half");
        Files.writeString(folder.resolve(".other.tmp"), "of another program");
        try (TemporaryFile written = TemporaryFile.in(folder)) {
            written.out().write('x');
            new OutputFile(folder.resolve("a.txt").toString()).write(out -> out.write("new"));
            assertThat(files())
                    .containsExactlyInAnyOrder(
                            ".other.tmp", "a.txt", written.path().getFileName().toString());
        }
        assertThat(files()).containsExactlyInAnyOrder(".other.tmp", "a.txt");
    }

    @Test
    void aLinkInThePlaceOfATemporaryFileIsNotFollowed() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "kept");
        Path planted = Files.createSymbolicLink(folder.resolve(".archmeter-00.tmp"), target);
        new OutputFile(folder.resolve("a.txt").toString()).write(out -> out.write("new"));
        assertThat(target).hasContent("kept");
        assertThat(planted).isSymbolicLink();
    }

    private Stream<String> files() throws IOException {
        return Files.list(folder).map(file -> file.getFileName().toString());
    }
}
