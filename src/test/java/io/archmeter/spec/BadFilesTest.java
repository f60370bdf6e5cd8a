package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.archmeter.Archmeter;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.program.Growth;
import io.archmeter.source.TextFile;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.parse.SpecParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong files that no repository should hold: they are too large, no text, or not there at all. */
class BadFilesTest {
    /** A spec to which layers can be added at its end. */
    private static final String HEAD = "input: [3, 32, 32]\nlayers:\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<Problem> problems(String reference) {
        ProblemException found = catchThrowableOfType(
                ProblemException.class, () -> Archmeter.load(reference).analyze());
        assertThat(found).as("problems of %s", reference).isNotNull();
        return found.problems();
    }

    private static Problem problem(Path file) {
        List<Problem> problems = problems(file.toString());
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    /** A problem without its folder. */
    private String shown(Problem problem) {
        return problem.toString().replace(folder.toString(), "").replaceFirst("^[/\\\\]", "");
    }

    private static String repeated(String part, int times, String between) {
        return IntStream.range(0, times)
                .mapToObj(i -> part.replace("#", String.valueOf(i)))
                .collect(Collectors.joining(between));
    }

    @Test
    void aBinaryFileIsNoText() throws IOException {
        Path file = folder.resolve("weights.yaml");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        assertThat(shown(problem(file))).isEqualTo("""
                weights.yaml:1:3: error: [not-text] the character 0x03 belongs to no text
                    remedy: remove it; if the file is full of them, it is a binary file""");
    }

    @Test
    void aFileInLatin1IsNotUtf8() throws IOException {
        Path file = folder.resolve("latin1.yaml");
        Files.write(file, "title: Größe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(shown(problem(file))).isEqualTo("""
                latin1.yaml:1:10: error: [not-utf-8] the byte 0xF6 is not UTF-8
                    remedy: save the file as UTF-8""");
    }

    @Test
    void anEmptyFileHoldsNothing() throws IOException {
        assertThat(shown(problem(write("empty.yaml", "")))).isEqualTo("""
                empty.yaml: error: [empty-file] there is nothing in this file
                    remedy: write it, or name another file""");
        assertThat(problem(write("blank.json", " \n\t\n")).code()).isEqualTo("empty-file");
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        write("models/vgg.yaml", HEAD);
        assertThat(shown(problem(folder.resolve("models")))).isEqualTo("""
                models: error: [directory] this is a directory
                    remedy: name one of the files in it""");
        assertThat(problems("/")).singleElement().returns("directory", Problem::code);
        assertThat(problems("..")).singleElement().returns("directory", Problem::code);
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        Path file = write("secret.yaml", HEAD + "  - relu\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "the superuser reads everything");
        assertThat(shown(problem(file))).isEqualTo("""
                secret.yaml: error: [unreadable-file] there is no permission to read this file
                    remedy: give read permission""");
    }

    @Test
    void aMissingFileNamesTheOneThatWasMeant() throws IOException {
        write("resnet.yaml", HEAD);
        assertThat(shown(problem(folder.resolve("resent.yaml")))).isEqualTo("""
                resent.yaml: error: [missing-file] there is no such file
                    remedy: did you mean 'resnet.yaml' in the same folder?""");
        assertThat(shown(problem(folder.resolve("resent.yaml#resnet50"))))
                .startsWith("resent.yaml: error: [missing-file]");
        assertThat(problem(folder.resolve("specs/resnet.yaml")).remedy())
                .isEqualTo("check the path: its folder does not exist either");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resnet51 | did you mean 'resnet50'?",
                "ResNet-50 | did you mean 'resnet50'?",
                "transformer | give a file, or a name that 'archmeter list' shows",
                "resnet50#resnet50 | give a file, or a name that 'archmeter list' shows",
                "'' | give a file, or a name that 'archmeter list' shows",
            })
    void anUnknownModelNamesTheOneThatWasMeant(String reference, String remedy) {
        assertThat(problems(reference))
                .singleElement()
                .returns("unknown-model", Problem::code)
                .returns(remedy, Problem::remedy);
    }

    @Test
    void aNameThatNoFileCanHaveIsMissing() {
        assertThat(problems("a\0b.yaml")).singleElement().returns("missing-file", Problem::code);
    }

    @Test
    void theEndingTellsTheFormat() throws IOException {
        assertThat(shown(problem(write("resnet.py", "import torch\n")))).isEqualTo("""
                resnet.py: error: [unknown-format] the ending of the name does not tell the format
                    remedy: let the name end in .yaml, .yml or .json""");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Path file = write("huge.yaml", HEAD + "  - relu\n".repeat(8_000_000));
        assertThat(shown(problem(file))).isEqualTo("""
                huge.yaml: error: [file-too-large] the file has more than 64 MiB
                    remedy: write what repeats with repeat, for or blocks instead of line by line""");
    }

    @Test
    void aLinkDoesNotLeadOutOfTheFolder() throws IOException {
        Path outside = write("outside/blocks.yaml", "blocks: {unit: {layers: [relu]}}\n");
        Path model = write("models/model.yaml", "imports: [blocks.yaml]\n" + HEAD + "  - unit\n");
        Files.createSymbolicLink(folder.resolve("models/blocks.yaml"), outside);
        assertThat(shown(problem(model))).isEqualTo("""
                models/model.yaml:1:11: error: [import-outside] cannot import blocks.yaml: the file lies outside of the folder of the spec
                    remedy: copy it into the folder""");
    }

    @Test
    void aLinkToAModelIsTheModel() throws IOException {
        Path model = write("models/model.yaml", HEAD + "  - relu\n");
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("links")).resolve("m.yaml"), model);
        assertThat(Archmeter.load(link).graph().nodes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.json"})
    void nestingHasABound(String name) throws IOException {
        int depth = 100_000;
        Path file = write(name, "{\"layers\": " + "[".repeat(depth) + "]".repeat(depth) + "}");
        assertThat(problem(file))
                .returns("too-deep", Problem::code)
                .satisfies(problem -> assertThat(problem.place().column()).isEqualTo("{\"layers\": ".length() + 100));
    }

    @Test
    void nestingByIndentationHasABound() throws IOException {
        Path file = write("a.yaml", "layers:\n" + repeated("-", 100_000, " ") + " relu\n");
        assertThat(problem(file).code()).isEqualTo("too-deep");
    }

    @Test
    void blocksInBlocksHaveABound() throws IOException {
        String blocks = repeated("  b#: {layers: [b{next}]}", 200, "\n");
        StringBuilder chained = new StringBuilder();
        for (String line : blocks.split("\n")) {
            int number = Integer.parseInt(line.substring(3, line.indexOf(':')));
            chained.append(line.replace("{next}", String.valueOf(number + 1))).append('\n');
        }
        Path file = write("a.yaml", "input: [3]\nlayers: [b0]\nblocks:\n" + chained + "  b200: {layers: [relu]}\n");
        assertThat(problem(file))
                .returns("too-deep", Problem::code)
                .returns(67, problem -> problem.place().line());
    }

    @Test
    void importsOfImportsHaveABound() throws IOException {
        for (int i = 0; i < 80; i++) {
            write("b" + i + ".yaml", "imports: [b" + (i + 1) + ".yaml]\n");
        }
        write("b80.yaml", "blocks: {unit: {layers: [relu]}}\n");
        Path file = write("a.yaml", "imports: [b0.yaml]\n" + HEAD + "  - relu\n");
        assertThat(shown(problem(file))).isEqualTo("""
                b62.yaml:1:11: error: [too-deep] files import each other more than 64 deep
                    remedy: let the model import what it needs itself""");
    }

    @Tag("vectors")
    @Test
    void aMillionAndAHalfLayersAreEnough() throws IOException {
        Path file = write("a.yaml", HEAD + "  - repeat: 2000\n    layers:\n      - {relu: , repeat: 2000}\n");
        assertThat(shown(problem(file))).isEqualTo("""
                a.yaml:5:10: error: [too-many-layers] this makes more than 1500000 layers
                    remedy: repeat less often, or split the model""");
    }

    @Test
    void aThousandParamsAreEnough() throws IOException {
        Path file = write("a.yaml", "params:\n" + repeated("  p#: 1", 2_000, "\n") + "\n" + HEAD + "  - relu\n");
        assertThat(shown(problem(file))).isEqualTo("""
                a.yaml:1002:3: error: [too-many-params] there are more than 1000 params
                    remedy: use lists for what belongs together""");
    }

    @Test
    void aHundredProblemsAreEnough() throws IOException {
        Path file = write("a.yaml", HEAD + "  - rellu\n".repeat(5_000));
        assertThat(problems(file.toString()))
                .hasSize(101)
                .last()
                .returns("too-many-problems", Problem::code)
                .returns(102, problem -> problem.place().line());
    }

    /** A layer that is missing is missed once, and not by each that takes it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{relu: , from: missing, repeat: 10000} | there is no layer 'missing'",
                "{add: , from: ['x{i}', y], repeat: 10000} | there is no layer 'x0'",
            })
    void aLoopThatTakesMissingLayersIsSaidOnce(String layer, String fact) throws IOException {
        Path file = write("a.yaml", "input: [3]\nlayers: [" + layer + "]\n");
        assertThat(problems(file.toString())).first().returns(fact, Problem::fact);
    }

    /** What takes long once must not be done a million times: looking for near words, for divisors, for what a list holds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "layers: [{branches: [{conv: 3, kernel: 1, groups: 7, repeat: 1000000}], join: add}] | indivisible-groups",
                "layers: [{branches: [{softmax: , axis: 4, repeat: 1000000}], join: add}] | no-such-axis",
                "layers: [{relu: , name: x, when: =y > 3, repeat: 1000000}] | unknown-name",
                "layers: [{repeat: 1000000, layers: [{=x: 3}]}] | unknown-name",
                "layers: [{repeat: 1000000, layers: [{relu: , name: 'a b'}]}] | wrong-name",
                "layers: [{repeat: 1000000, layers: [{for: {a: [1, 2], b: [3]}, layers: [relu]}]}] | unequal-lists",
            })
    void aLoopThatIsWrongInEachTurnEndsAfterAThousand(String layers, String code) throws IOException {
        Path file = write("a.yaml", "input: [4611686018427387847, 1, 1]\n" + layers + "\n");
        assertThat(problems(file.toString()))
                .first()
                .returns(code, Problem::code)
                .satisfies(first -> assertThat(first.fact()).endsWith("(and 998 more like it here)"));
    }

    /** Turns that add no layer ({@code repeat-nested-empty.yaml} has the plainest), values that no layer needs and names of a thousand letters take time as well. */
    @Tag("vectors")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{repeat: 1000000, layers: [{for: {a: =long}, repeat: 0, layers: [relu]}]}",
                "{repeat: 1000000, layers: [{relu: , when: =sum > 0}]}",
                "{repeat: 1000000, layers: [{relu: , when: =long != long}]}",
                "{repeat: 1000000, layers: [{relu: , name: 'a{if(long == long, 1, 2)}', when: false}]}",
                "{repeat: 1000000, layers: [{relu: , when: =text != text}]}",
                "{repeat: 1000000, layers: [{wide: 1}]}",
                "{repeat: 1000000, layers: [{wide: [=long, =long, =long, =long, =long, =long, =long, =long, =long]}]}",
            })
    void workWithoutLayersHasABound(String layer) throws IOException {
        Path file = write("a.yaml", """
                input: [3, 32, 32]
                params: {long: [%s], text: %s}
                layers: [%s]
                blocks: {wide: {params: {%s}, layers: []}}
                """.formatted(
                        repeated("#", 10_000, ", "),
                        "t".repeat(100_000),
                        layer.replace("=sum", "=" + repeated("0", 200, " + ")),
                        repeated("p#: 1", 1_000, ", ")));
        assertThat(problem(file).code()).isEqualTo("too-many-turns");
    }

    /** Each name is looked for among all that there are. */
    @Tag("vectors")
    @Test
    void namesAmongManyHaveABound() throws IOException {
        Path file = write(
                "a.yaml",
                "input: [3]\nparams: {" + repeated("p#: 1", 1_000, ", ") + "}\nlayers: [{relu: , when: =0 > "
                        + repeated("p0", 300, "+") + ", repeat: 500000}]\n");
        assertThat(problem(file).code()).isEqualTo("too-many-turns");
    }

    @Test
    void longNamesHaveABound() throws IOException {
        String name = "n".repeat(900);
        String nested = ("{" + name + ": {layers: ").repeat(40) + "[{relu: , repeat: 1000000}]" + "}}".repeat(40);
        Path file = write("a.yaml", "input: [3, 32, 32]\nlayers: " + nested + "\n");
        assertThat(problem(file).code()).isEqualTo("too-many-turns");
    }

    static final class ManyVariants implements IntConsumer {
        @Override
        public void accept(int variants) {
            byte[] text = ("params: {" + repeated("p#: 1", 1_000, ", ") + "}\nvariants:\n"
                            + repeated("  v#: {}", variants, "\n") + "\n" + HEAD + "  - relu\n")
                    .getBytes(StandardCharsets.UTF_8);
            Problems problems = new Problems();
            Spec spec = SpecParser.parse("a.yaml", file -> TextFile.of(file, text), problems);
            Graph graph = ModelInstantiation.graph(spec, Optional.of("v1"), LoadOptions.DEFAULT, problems);
            assertThat(graph.nodes()).hasSize(2);
        }
    }

    /** Each variant is held beside the params that it names, and not beside all of them. */
    @Test
    void variantsTakeStepsOfTheirOwn() {
        Growth.requireProportional(ManyVariants.class, 10_000);
    }

    @Test
    void anUnknownVariantNamesTheOneThatWasMeant() throws IOException {
        Path file = write("a.yaml", "variants: {v1: {}}\n" + HEAD + "  - relu\n");
        assertThat(problems(file + "#w1").get(0).remedy()).isEqualTo("did you mean 'v1'?");
    }
}
