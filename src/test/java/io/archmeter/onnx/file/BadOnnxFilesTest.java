package io.archmeter.onnx.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemCodes;
import io.archmeter.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files under the name of an ONNX file that are none, or broken, or hostile: one problem each, and never anything else. */
class BadOnnxFilesTest {
    private static final byte[] WHOLE = Written.model(
                    Written.graph(Written.node("Relu").text(1, "x").text(2, "y")))
            .toBytes();

    @TempDir
    private Path folder;

    private static Problem problem(byte... file) {
        return thrown(() -> OnnxFiles.read(file, "model.onnx"));
    }

    private static Problem problem(String file) {
        return problem(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(Written file) {
        return problem(file.toBytes());
    }

    private static Problem problem(Path file) {
        return thrown(() -> ModelFile.read(file, file.getFileName().toString()));
    }

    private static Problem thrown(ThrowingCallable reading) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .actual()
                .problems()
                .get(0);
    }

    private static String facts(Problem problem) {
        return problem.code() + ": " + problem.fact();
    }

    @Test
    void anEmptyFileHasNoBytes() {
        assertThat(problem(new byte[0]).toString()).isEqualTo("""
                model.onnx: error: [empty-file] this is no ONNX file: it has no bytes
                    remedy: get the file again, or export it again""");
    }

    /** The text of Git LFS, version 1 of its specification. */
    @Test
    void aPointerOfGitLfsSaysHowToGetTheFile() {
        String pointer = """
                version https://git-lfs.github.com/spec/v1
                oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
                size 553437328
                """;
        assertThat(problem(pointer).toString()).isEqualTo("""
                model.onnx: error: [git-lfs-pointer] this is a Git LFS pointer, and the file itself is not there
                    remedy: get it: git lfs pull""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>\n<html lang=\"en\">", "\n<html><head>", "<HTML>"})
    void aWebPageIsNoModel(String page) {
        assertThat(problem(page).toString()).isEqualTo("""
                model.onnx: error: [not-onnx] this is no ONNX file: it is a web page
                    remedy: download the file itself: on GitHub by 'Raw', not by the page's address""");
    }

    @Test
    void anArchiveIsToBeUnpacked() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("model.onnx"));
            zip.write(WHOLE);
        }
        assertThat(problem(zipped.toByteArray()).toString()).isEqualTo("""
                model.onnx: error: [not-onnx] this is no ONNX file: it is a zip archive
                    remedy: unzip it, and name the .onnx file in it; what torch.save wrote has to be exported first""");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(WHOLE);
        }
        assertThat(problem(compressed.toByteArray()).toString()).isEqualTo("""
                model.onnx: error: [not-onnx] this is no ONNX file: it is compressed with gzip
                    remedy: decompress it: gunzip""");
    }

    /** Some texts are fields that nobody knows: 'a' begins a number of eight bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"input: [3, 32, 32]\nlayers:\n  - relu\n", "{\"layers\": []}", "abcdefghi", "größe: 1\n"})
    void aTextIsNoModel(String text) {
        assertThat(problem(text).toString()).isEqualTo("""
                model.onnx: error: [not-onnx] this is no ONNX file: it is a text
                    remedy: let the name of a spec end in .yaml or .json""");
    }

    @Test
    void bytesThatSayNothingOfAModelAreNone() {
        assertThat(problem(new Written().number(5, 1).bytes(99, new byte[9])).toString())
                .isEqualTo("""
                model.onnx: error: [not-onnx] this is no ONNX file: there is no graph in it, and no version
                    remedy: name an ONNX file: one that was exported with torch.onnx.export, for example""");
    }

    @Test
    void aFileThatIsCutOffSaysWhere() {
        assertThat(problem(Arrays.copyOf(WHOLE, WHOLE.length - 1)).toString()).isEqualTo("""
                model.onnx: error: [truncated-file] a field of 14 bytes, at byte 2, runs past the end of the file, which has 17 bytes
                    remedy: get the file again: it is not complete, or no ONNX file""");
        assertThat(facts(problem(Arrays.copyOf(WHOLE, 3))))
                .isEqualTo("truncated-file: a number, at byte 3, runs past the end of the file, which has 3 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 31, 1L << 40, Long.MAX_VALUE})
    void noLengthIsBelieved(long length) {
        assertThat(problem(new Written().number(1, 8).beginning(7, length)).code())
                .isEqualTo("truncated-file");
    }

    @Test
    void aNegativeLengthIsALargeOne() {
        assertThat(problem(new Written().number(1, 8).beginning(7, -1)).fact())
                .startsWith("a field of 18446744073709551615 bytes, at byte 2, runs past the end");
    }

    /** 08 08 | 3A 04: the graph | 0A 05: a node that would be longer | two bytes | 08 08. */
    @Test
    void aMessageEndsWhereTheOneAroundItEnds() {
        Written graph = new Written().beginning(1, 5).raw((byte) 0, (byte) 0);
        assertThat(problem(Written.model(graph).number(1, 8)).toString()).isEqualTo("""
                model.onnx: error: [broken-message] a field of 5 bytes runs past the end of its message, byte 8, at byte 4
                    remedy: get the file again, or export it again: it is damaged, or no ONNX file""");
    }

    @Test
    void numbersAndFieldsAreThoseOfTheFormat() {
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0x80);
        assertThat(facts(problem(Written.model(new Written()).raw((byte) 8).raw(endless))))
                .isEqualTo("broken-message: a number has more than 10 bytes, at byte 5");
        assertThat(facts(problem(Written.model(new Written()).raw((byte) 0))))
                .isEqualTo("broken-message: there is no field of number 0 written as 0, at byte 4");
        assertThat(facts(problem(Written.model(new Written()).raw((byte) 0x0F))))
                .isEqualTo("broken-message: there is no field of number 1 written as 7, at byte 4");
    }

    @Test
    void groupsBeginAndEnd() {
        Written model = Written.model(new Written());
        assertThat(facts(problem(new Written().raw(model.toBytes()).groupEnd(3))))
                .isEqualTo("broken-message: a group ends that has not begun, at byte 4");
        assertThat(facts(
                        problem(new Written().raw(model.toBytes()).groupStart(3).groupEnd(4))))
                .isEqualTo("broken-message: a group ends that has not begun, at byte 5");
        assertThat(facts(
                        problem(new Written().raw(model.toBytes()).groupStart(3).number(1, 1))))
                .isEqualTo("broken-message: a group has no end, at byte 4");
        Written deep = new Written().raw(model.toBytes());
        for (int i = 0; i < 101; i++) {
            deep.groupStart(3);
        }
        assertThat(facts(problem(deep)))
                .isEqualTo("broken-message: more than 100 groups are within each other, at byte 104");
    }

    @Test
    void graphsWithinGraphsHaveABound() {
        Written inner = new Written();
        for (int i = 0; i < 3_000; i++) {
            inner = Written.graph(Written.node("If").message(5, new Written().message(6, inner)));
        }
        assertThat(problem(Written.model(inner)).code()).isEqualTo("nested-too-deeply");
    }

    @Test
    void typesWithinTypesHaveABound() {
        Written inner = new Written();
        for (int i = 0; i < 3_000; i++) {
            inner = new Written().message(4, new Written().message(1, inner));
        }
        assertThat(problem(Written.model(new Written().message(11, new Written().message(2, inner)))))
                .returns("nested-too-deeply", Problem::code)
                .satisfies(problem ->
                        assertThat(problem.fact()).endsWith(", messages are within each other more than 100 deep"));
    }

    /** Two bytes of a file are a node, which takes a hundred in memory: ten million of them would take gigabytes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 11, 13, 15})
    void memoryHasABound(int field) {
        byte[] many = new byte[20_000_000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = (byte) (field << 3 | 2);
        }
        assertThat(problem(Written.model(new Written().raw(many))).toString()).isEqualTo("""
                model.onnx: error: [too-many-messages] what this file says beside its weights takes more than 96 MiB of memory
                    remedy: split the network, or leave out metadata and constants that are lists of attributes""");
    }

    @Test
    void memoryOfOneListHasABound() {
        Written attribute = new Written().bytes(8, new byte[20_000_000]);
        assertThat(problem(Written.model(Written.graph(Written.node("Op").message(5, attribute))))
                        .code())
                .isEqualTo("too-many-messages");
    }

    @Test
    void aFileIsThereAndCanBeRead() throws IOException {
        Files.write(folder.resolve("model.onnx"), WHOLE);
        assertThat(ModelFile.read(folder.resolve("model.onnx"), "model.onnx")
                        .message()
                        .irVersion())
                .isEqualTo(8);
        assertThat(problem(folder.resolve("modle.onnx")).toString()).isEqualTo("""
                modle.onnx: error: [missing-file] there is no such file
                    remedy: did you mean 'model.onnx' in the same folder?""");
        Files.createDirectory(folder.resolve("models.onnx"));
        assertThat(problem(folder.resolve("models.onnx")).toString()).isEqualTo("""
                models.onnx: error: [directory] this is a directory
                    remedy: name one of the files in it""");
    }

    @Test
    void aDeviceIsNotOpened() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "there are such devices");
        assertThat(problem(device).toString()).isEqualTo("""
                null: error: [no-regular-file] this is a pipe or a device
                    remedy: save what comes from it as a file""");
    }

    /** Bytes of weights are beyond 2 GiB in a file with holes, which takes no room on the disk. */
    @Test
    void aFileCanHaveMoreBytesThanAMapping() throws IOException {
        Path file = folder.resolve("large.onnx");
        long hole = 5L << 29;
        byte[] head = new Written().number(1, 8).beginning(99, hole).toBytes();
        Files.write(file, head);
        byte[] graph =
                new Written().message(7, Written.graph(Written.node("Relu"))).toBytes();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(graph), head.length + hole);
        }
        GraphMessage read = ModelFile.read(file, "large.onnx").message().graph().orElseThrow();
        assertThat(read.nodes()).singleElement().returns("Relu", NodeMessage::operator);
        assertThat(read.place().offset()).isEqualTo(head.length + hole + 2);
    }

    /** Those that are not in this class are in {@link TensorProblemsTest}, {@link ElementsTest} and {@link PipedFilesTest}. */
    @Test
    void everyCodeHasItsTest() {
        assertThat(ProblemCodes.in("onnx/file"))
                .containsExactlyInAnyOrderElementsOf(Set.of(
                        "bad-external-data",
                        "broken-message",
                        "empty-file",
                        "external-data-outside",
                        "file-too-large",
                        "git-lfs-pointer",
                        "missing-file",
                        "negative-extent",
                        "nested-too-deeply",
                        "no-regular-file",
                        "no-room",
                        "not-onnx",
                        "too-many-elements",
                        "too-many-messages",
                        "truncated-file",
                        "wrong-data-length"));
        assertThat(ProblemCodes.wordsIn("onnx/file")).contains("directory");
    }
}
