package io.archmeter.onnx.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.FilesRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors that cannot be: whoever counts them is told, and whoever asks for their elements is refused. No file is opened that is not the model's. */
class TensorProblemsTest {
    private static final int FLOAT = 1;

    @TempDir
    private Path folder;

    /** In it is the model; what lies beside it, nobody may read. */
    private Path models;

    @BeforeEach
    void aFolderWithSomethingBesideIt() throws IOException {
        models = Files.createDirectory(folder.resolve("models"));
        Files.write(folder.resolve("secret"), new byte[8]);
    }

    private static Written tensor(long... extents) {
        return new Written().text(8, "w").numbers(1, extents).number(2, FLOAT);
    }

    private static Written external(String... entries) {
        Written tensor = tensor(2).number(14, 1);
        for (int i = 0; i < entries.length; i += 2) {
            tensor.message(13, new Written().text(1, entries[i]).text(2, entries[i + 1]));
        }
        return tensor;
    }

    private ModelFile read(Written tensor) {
        byte[] file = Written.model(new Written().message(5, tensor)).toBytes();
        return ModelFile.read(FileBytes.of(file), models, "model.onnx");
    }

    private static Optional<Elements> elements(ModelFile file) {
        return file.elements(file.message().graph().orElseThrow().initializers().get(0));
    }

    /** What is wrong is known before elements are asked for, and refuses them. */
    private Problem problem(Written tensor) {
        List<Problem> known = read(tensor).tensorProblems();
        assertThat(known).isEqualTo(refused(tensor)).hasSize(1);
        return known.get(0);
    }

    /** What is wrong is known when elements are asked for. */
    private List<Problem> refused(Written tensor) {
        ModelFile file = read(tensor);
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> elements(file))
                .actual()
                .problems();
    }

    @Test
    void extentsAreNotNegative() {
        assertThat(problem(tensor(4, -4).bytes(9, new byte[64])).toString()).isEqualTo("""
                model.onnx: error: [negative-extent] the tensor 'w', at byte 6, has the extent -4
                    remedy: export it again: an extent is at least 0""");
        assertThat(problem(tensor(0, -1)).code()).isEqualTo("negative-extent");
    }

    @ParameterizedTest
    @CsvSource({"4611686018427387904, 2, elements", "3037000500, 3037000500, elements", "2305843009213693952, 1, bytes"
    })
    void productsOfExtentsHaveABound(long rows, long columns, String what) {
        List<Problem> problems = read(tensor(rows, columns).bytes(9, (byte) 0)).tensorProblems();
        assertThat(problems).singleElement().hasToString("""
                model.onnx: error: [too-many-elements] the tensor 'w', at byte 6, has more %s than 63 bits can count
                    remedy: export it again: no memory has room for such a tensor""".replace("%s", what));
    }

    @Test
    void rawElementsAreAsLongAsTheExtentsSay() {
        assertThat(problem(tensor(4, 4, 3, 3).bytes(9, new byte[7])).toString()).isEqualTo("""
                model.onnx: error: [wrong-data-length] the tensor 'w', at byte 6, has 7 bytes in the file, and 576 by its extents
                    remedy: export it again: elements are lost, or the extents are wrong""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "a/../../secret",
                "..",
                "/etc/passwd",
                "..\\secret",
                "C:secret",
                "c:/secret",
                "\\\\server\\share",
            })
    void noNameLeadsOutOfTheFolder(String location) {
        FilesRead opened = FilesRead.begin();
        try {
            assertThat(problem(external("location", location, "length", "8"))).hasToString("""
                    model.onnx: error: [external-data-outside] the tensor 'w', at byte 6, has its elements in '%s', outside of the folder of the model
                        remedy: put the file beside the model, and export it again; no other file is opened""".replace("%s", location));
            assertThat(FilesRead.has(folder.resolve("secret"))).isFalse();
        } finally {
            opened.close();
        }
    }

    @Test
    void noLinkLeadsOutOfTheFolder() throws IOException {
        Files.createSymbolicLink(models.resolve("weights.bin"), folder.resolve("secret"));
        Files.createSymbolicLink(models.resolve("up"), folder);
        FilesRead opened = FilesRead.begin();
        try {
            for (String location : List.of("weights.bin", "up/secret")) {
                assertThat(refused(external("location", location)))
                        .singleElement()
                        .returns("external-data-outside", Problem::code)
                        .satisfies(problem -> assertThat(problem.fact()).contains("'" + location + "'"));
            }
            assertThat(FilesRead.has(folder.resolve("secret"))).isFalse();
        } finally {
            opened.close();
        }
    }

    @Test
    void aLinkWithinTheFolderIsFollowed() throws IOException {
        Files.write(models.resolve("data"), new byte[] {0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3F});
        Files.createSymbolicLink(models.resolve("weights.bin"), models.resolve("data"));
        assertThat(elements(read(external("location", "weights.bin"))))
                .contains(new Elements.Reals(new double[] {0, 1}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "five", "1e3", "99999999999999999999", " 4", "0x10"})
    void placesAreNumbersOfBytes(String number) {
        assertThat(problem(external("location", "weights.bin", "offset", number))
                        .toString())
                .isEqualTo("""
                model.onnx: error: [bad-external-data] the tensor 'w', at byte 6, has the offset '%s' in another file, which is no number of bytes
                    remedy: export the model again, with its weights beside it""".replace("%s", number));
        assertThat(problem(external("location", "weights.bin", "length", number))
                        .fact())
                .contains("has the length '" + number + "'");
    }

    @Test
    void theLengthIsThatOfTheElements() {
        assertThat(problem(external("location", "weights.bin", "length", "10")))
                .returns("wrong-data-length", Problem::code)
                .satisfies(problem -> assertThat(problem.fact()).contains("has 10 bytes in the file, and 8"));
    }

    @Test
    void aFileThatIsNamedIsOne() throws IOException {
        assertThat(problem(external()).fact())
                .isEqualTo("the tensor 'w', at byte 6, has its elements in another file, and does not say in which");
        assertThat(problem(external("location", "a\0b")).code()).isEqualTo("bad-external-data");
        Files.createDirectory(models.resolve("weights"));
        assertThat(refused(external("location", "weights")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.fact()).endsWith("in 'weights', which is no file"));
        Files.createSymbolicLink(models.resolve("loop"), models.resolve("loop"));
        assertThat(refused(external("location", "loop/weights")))
                .singleElement()
                .returns("bad-external-data", Problem::code);
    }

    /** Eight bytes are to lie at four of a file with ten. */
    @Test
    void elementsLieWithinTheFile() throws IOException {
        Files.write(models.resolve("weights.bin"), new byte[10]);
        assertThat(refused(external("location", "weights.bin", "offset", "4")))
                .singleElement()
                .hasToString("""
                model.onnx: error: [bad-external-data] the tensor 'w', at byte 6, has 8 bytes at 4 of 'weights.bin', which has 10
                    remedy: get the file of weights again: it is not complete, or another one""");
        assertThat(refused(external("location", "weights.bin", "offset", String.valueOf(Long.MAX_VALUE))))
                .singleElement()
                .returns("bad-external-data", Problem::code);
    }

    @Test
    void elementsOfOtherFilesAreReadWhereTheyLie() throws IOException {
        byte[] bytes = {9, 9, 0, 0, 0, 0x3F, 0, 0, (byte) 0x80, (byte) 0xBF};
        Files.createDirectory(models.resolve("data"));
        Files.write(models.resolve("data/weights.bin"), bytes);
        ModelFile file = read(external("location", "data/weights.bin", "offset", "2", "length", "8"));
        assertThat(elements(file)).contains(new Elements.Reals(new double[] {0.5, -1}));
        assertThat(file.tensorProblems()).isEmpty();
    }

    /** Costs need no weights: many models lie alone. */
    @Test
    void anAbsentFileHasNoElementsAndIsNoProblem() {
        ModelFile file = read(external("location", "weights.bin", "offset", "4096", "length", "8"));
        assertThat(elements(file)).isEmpty();
        assertThat(file.tensorProblems()).isEmpty();
    }

    /** It is not refused for its size: there is nothing to decode. */
    @Test
    void anAbsentFileMayBeLarge() {
        Written tensor = tensor(30_522, 384).number(14, 1);
        tensor.message(13, new Written().text(1, "location").text(2, "weights.bin"));
        assertThat(elements(read(tensor))).isEmpty();
    }

    @Test
    void tensorsAreLookedAtEverywhere() {
        Written bad = tensor(-1);
        Written sparse = new Written().message(1, bad);
        Written branch = new Written().message(5, bad).message(15, sparse);
        Written node = Written.node("If")
                .message(5, new Written().message(6, branch))
                .message(5, new Written().message(5, bad))
                .message(5, new Written().message(22, sparse));
        Written function = new Written().message(7, node).message(11, new Written().message(5, bad));
        byte[] model = Written.model(Written.graph(node)).message(25, function).toBytes();
        ModelFile file = ModelFile.read(FileBytes.of(model), models, "model.onnx");
        assertThat(file.tensorProblems())
                .hasSize(9)
                .allMatch(problem -> problem.code().equals("negative-extent"));
    }

    @Test
    void oneHundredProblemsAreEnough() {
        Written graph = new Written();
        for (int i = 0; i < 150; i++) {
            graph.message(5, tensor(-1));
        }
        ModelFile file = ModelFile.read(FileBytes.of(Written.model(graph).toBytes()), models, "model.onnx");
        assertThat(file.tensorProblems()).hasSize(100);
    }
}
