package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
    @TempDir
    Path folder;

    @Test
    void readsAFileUnderTheNameThatIsShown() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "name: café\n");

        assertThat(TextFile.read(file, "specs/a.yaml"))
                .isEqualTo(new TextFile("specs/a.yaml", "name: café\n", TextFile.Format.YAML));
    }

    @ParameterizedTest
    @CsvSource({"a.yaml, YAML", "a.yml, YAML", "A.YAML, YAML", "a.json, JSON", "yaml.JSON, JSON"})
    void tellsTheFormatByTheEnding(String name, TextFile.Format format) {
        assertThat(TextFile.of(name, bytes("1")).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.onnx", "yaml", "a.yaml.txt", "a"})
    void refusesAnotherEnding(String name) {
        Problem problem = refusal(() -> TextFile.of(name, bytes("1")));

        assertThat(problem.toString()).startsWith(name + ": error: [unknown-format]");
    }

    @Test
    void aMissingFileBringsTheOneThatWasProbablyMeant() throws IOException {
        Files.writeString(folder.resolve("resnet.yaml"), "a: 1");
        Files.writeString(folder.resolve("vgg.yaml"), "a: 1");

        assertThat(refusal(() -> TextFile.read(folder.resolve("resnte.yaml"), "resnte.yaml")))
                .hasToString("resnte.yaml: error: [missing-file] there is no such file\n"
                        + "    remedy: did you mean 'resnet.yaml' in the same folder?");
        assertThat(refusal(() -> TextFile.read(folder.resolve("transformer.yaml"), "transformer.yaml"))
                        .remedy())
                .isEqualTo("check the path");
    }

    @Test
    void aMissingFolderIsNamedAsTheReason() {
        Problem problem = refusal(() -> TextFile.read(folder.resolve("no/a.yaml"), "no/a.yaml"));

        assertThat(problem.code()).isEqualTo("missing-file");
        assertThat(problem.remedy()).contains("folder does not exist");
    }

    @Test
    void refusesADirectory() {
        assertThat(refusal(() -> TextFile.read(folder, "specs")).toString())
                .startsWith("specs: error: [directory] this is a directory");
    }

    @Test
    void refusesAnUnknownFormatBeforeReading() throws IOException {
        Path file = Files.write(folder.resolve("a.bin"), new byte[] {0});

        assertThat(refusal(() -> TextFile.read(file, "a.bin")).code()).isEqualTo("unknown-format");
    }

    /** Opening a pipe would wait until somebody writes into it. */
    @Test
    void refusesAPipe() throws Exception {
        Path pipe = folder.resolve("pipe.yaml");
        assumeTrue(made(pipe), "there are no pipes with names here");
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> TextFile.read(pipe, "pipe.yaml"));
        assertThat(refused).hasMessage("""
                        pipe.yaml: error: [no-regular-file] this is a pipe or a device
                            remedy: name a file, or write '-' and redirect""");
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** Of more files than are looked at, others come first on another machine. */
    @Test
    void nothingIsSuggestedAmongThousandsOfFiles() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            Files.createFile(folder.resolve("f" + i));
        }
        assertThat(TextFile.remedyForMissing(folder.resolve("f1x"))).startsWith("did you mean 'f1");
        Files.createFile(folder.resolve("one more"));
        assertThat(TextFile.remedyForMissing(folder.resolve("f1x"))).isEqualTo("check the path");
    }

    @Test
    void refusesAFileThatMayNotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1");
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "the superuser may read everything");

        assertThat(refusal(() -> TextFile.read(file, "a.yaml")).code()).isEqualTo("unreadable-file");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThat(problemOf(TextFile.unreadable("a.yaml", new AccessDeniedException("a.yaml"))))
                .hasToString("a.yaml: error: [unreadable-file] there is no permission to read this file\n"
                        + "    remedy: give read permission");
        assertThat(problemOf(TextFile.unreadable("a.yaml", new IOException("disk error"))))
                .hasToString("a.yaml: error: [unreadable-file] the file cannot be read: disk error\n"
                        + "    remedy: check the disk and the path");
    }

    @Test
    void aLinkThatLeadsNowhereIsAMissingFile() throws IOException {
        Path link = folder.resolve("link.yaml");
        Files.createSymbolicLink(link, link);

        assertThat(refusal(() -> TextFile.read(link, "link.yaml")).code()).isIn("missing-file", "unreadable-file");
    }

    @Test
    void refusesMoreThanSixtyFourMebibytes() throws IOException {
        byte[] most = new byte[64 << 20];
        Arrays.fill(most, (byte) 'a');

        assertThat(TextFile.of("a.yaml", most).text()).hasSize(64 << 20);

        Path file = Files.write(folder.resolve("a.yaml"), Arrays.copyOf(most, most.length + 1));
        assertThat(refusal(() -> TextFile.read(file, "a.yaml")).toString())
                .startsWith("a.yaml: error: [file-too-large] the file has more than 64 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "# only\n  # comments\n\n", "\t\r\n"})
    void refusesAFileThatSaysNothing(String text) {
        assertThat(refusal(() -> TextFile.of("a.yaml", bytes(text))).toString())
                .startsWith("a.yaml: error: [empty-file] there is nothing in this file");
    }

    @Test
    void aCommentIsNothingInYamlOnly() {
        assertThat(refusal(() -> TextFile.of("a.yaml", bytes("# x"))).code()).isEqualTo("empty-file");
        assertThat(TextFile.of("a.json", bytes("# x")).text()).isEqualTo("# x");
        assertThat(refusal(() -> TextFile.of("a.json", bytes(" \n"))).code()).isEqualTo("empty-file");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(TextFile.of("a.yaml", bytes("\uFEFFa: 1")).text()).isEqualTo("a: 1");
        assertThat(refusal(() -> TextFile.of("a.yaml", bytes("\uFEFF"))).code()).isEqualTo("empty-file");
        assertThat(refusal(() -> TextFile.of("a.yaml", bytes("\uFEFFa\u0000"))).place())
                .hasToString("a.yaml:1:2");
    }

    @Test
    void namesTheFirstByteThatIsNotUtf8() {
        byte[] latin = "a: 1\nname: café".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(() -> TextFile.of("a.yaml", latin)))
                .hasToString("a.yaml:2:10: error: [not-utf-8] the byte 0xE9 is not UTF-8\n"
                        + "    remedy: save the file as UTF-8");
    }

    @Test
    void aTextThatEndsInTheMiddleOfACharacterIsNotUtf8() {
        byte[] cut = Arrays.copyOf(bytes("a: é"), 4);

        assertThat(refusal(() -> TextFile.of("a.yaml", cut)).toString())
                .startsWith("a.yaml:1:4: error: [not-utf-8] the byte 0xC3");
    }

    @Test
    void recognizesUtf16() {
        Problem little = refusal(() -> TextFile.of("a.yaml", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}));
        Problem big = refusal(() -> TextFile.of("a.yaml", new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a'}));

        assertThat(little)
                .hasToString("a.yaml:1:1: error: [not-utf-8] the byte 0xFF is not UTF-8\n"
                        + "    remedy: save the file as UTF-8: it seems to be UTF-16");
        assertThat(big.remedy()).contains("UTF-16");
    }

    @ParameterizedTest
    @CsvSource({"0, 0x00", "7, 0x07", "27, 0x1B", "127, 0x7F", "128, 0x80", "65534, 0xFFFE"})
    void refusesWhatBelongsToNoText(int character, String shown) {
        Problem problem = refusal(() -> TextFile.of("a.yaml", bytes("x: 1\r\n  y: " + (char) character)));

        assertThat(problem.toString())
                .startsWith("a.yaml:2:6: error: [not-text] the character " + shown + " belongs to no text");
    }

    @Test
    void takesTabsLineEndsAndAllScripts() {
        String text = "\ta\r\n\u0085 ~ \u00A0é\uFFFD\uD83D\uDE00";

        assertThat(TextFile.of("a.yaml", bytes(text)).text()).isEqualTo(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Problem refusal(ThrowingCallable call) {
        return problemOf(catchThrowableOfType(ProblemException.class, call));
    }

    private static Problem problemOf(ProblemException thrown) {
        assertThat(thrown.problems()).hasSize(1);
        return thrown.problems().get(0);
    }
}
