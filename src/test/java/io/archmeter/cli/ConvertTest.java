package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Shape;
import io.archmeter.onnx.OnnxRuntimeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {
    @TempDir
    Path folder;

    private Path spec;

    @BeforeEach
    void writeSpec() throws IOException {
        spec = Files.writeString(folder.resolve("small.yaml"), """
                input: [3, 8, 8]
                params: {width: 4}
                layers:
                  conv: {conv: =width, kernel: 3}
                  flatten: flatten
                  fc: {linear: 10}
                """);
    }

    private Path convert(String name, String... options) {
        Path file = folder.resolve(name);
        List<String> args = new ArrayList<>(List.of("convert", spec.toString(), "-o", file.toString()));
        args.addAll(List.of(options));
        Cli.run(args.toArray(String[]::new)).printsExactly("");
        return file;
    }

    private static Map<String, Shape> inputs(Path file) {
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 1)) {
            return model.inputs();
        }
    }

    private static float[] output(Path file) {
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 1)) {
            return model.run(new float[3 * 8 * 8]).get("fc").elements();
        }
    }

    @Test
    void theFileIsAModelThatRuns() throws IOException {
        assertThat(output(convert("small.onnx"))).hasSize(10);
        assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
                .containsExactlyInAnyOrder("small.yaml", "small.onnx");
    }

    @Test
    void weightsComeFromASeed() throws IOException {
        Path usual = convert("usual.onnx");
        assertThat(convert("again.onnx", "--weights", "seeded", "--seed", "0")).hasSameBinaryContentAs(usual);
        assertThat(Files.mismatch(usual, convert("other.onnx", "--seed", "1"))).isNotNegative();
        assertThat(output(usual)).doesNotContain(0);
    }

    @Test
    void orTheyAreZeros() {
        assertThat(output(convert("zeros.onnx", "--weights", "zeros"))).containsOnly(0);
    }

    @Test
    void orTheyAreInputs() {
        assertThat(inputs(convert("inputs.onnx", "--weights", "none")))
                .isEqualTo(Map.of(
                        "input", Shape.of(1, 3, 8, 8),
                        "conv.weight", Shape.of(4, 3, 3, 3),
                        "conv.bias", Shape.of(4),
                        "fc.weight", Shape.of(10, 4 * 6 * 6),
                        "fc.bias", Shape.of(10)));
    }

    @Test
    void theModelIsLoadedAsElsewhere() {
        Path file = convert("other.onnx", "--batch", "2", "--input", "3x5x9", "--set", "width=7", "--weights", "none");
        assertThat(inputs(file))
                .containsEntry("input", Shape.of(2, 3, 5, 9))
                .containsEntry("fc.weight", Shape.of(10, 7 * 3 * 7));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Cli.run("convert", "alexnet", "--weights", "zeroes", "--seed", "-1").refuses("""
                archmeter convert: error: [unknown-weights] --weights cannot be 'zeroes'
                    remedy: did you mean 'zeros'?
                archmeter convert: error: [bad-value] --seed must be a whole number from 0, but is '-1'
                    remedy: write e.g. --seed 4
                archmeter convert: error: [missing-option] --output is needed
                    remedy: add -o FILE
                3 problems
                """);
        Cli.run("convert", "alexnet", "-o", "alexnet.pb").refuses("""
                archmeter convert: error: [unknown-format] 'alexnet.pb' does not end in .onnx, .yaml or .json
                    remedy: name it e.g. model.onnx, or model.yaml for a spec
                """);
        Path missing = folder.resolve("missing").resolve("a.onnx");
        Cli.run("convert", "alexnet", "-o", missing.toString()).refusesWith(missing + ": error: [no-such-folder]");
    }

    /** What is written is named after its file, and has no params. */
    @Test
    void aSpecBecomesAFlatOne() throws IOException {
        assertThat(convert("flat.yaml", "--set", "width=5")).hasContent("""
                # made by 'archmeter convert' of %s
                name: small
                input: [3, 8, 8]
                layers:
                  conv: {conv: 5, kernel: 3}
                  flatten: flatten
                  fc: {linear: 10}
                """.formatted(spec));
    }

    @Test
    void aSpecIsWrittenAsJsonToo() throws IOException {
        Path file = convert("small.json");
        assertThat(file).content().contains("\"layers\": {", "\"kernel\": 3", "\"flatten\": \"flatten\"");
        Cli.run("analyze", file.toString(), "--format", "csv").prints("fc,linear,1x144,1x10,1450,0,1440,1440,40");
    }

    /** What the catalogue does not have is declared. */
    @Test
    void aFileOfOnnxBecomesASpec() throws IOException {
        String onnx = "src/test/resources/onnx/trap_prelu_lrn_hardmax.onnx";
        Path file = folder.resolve("model.yaml");
        Cli.run("convert", onnx, "-o", file.toString()).printsExactly("");
        assertThat(file).content().contains("custom: Hardmax", "saved: unknown");
        Cli.run("analyze", file.toString()).prints("y      custom    1×4×5×5  1×4×5×5");
        Cli.run("convert", onnx, "-o", folder.resolve("other.onnx").toString()).refuses("""
                %s: error: [cannot-convert] this is an ONNX file already
                    remedy: copy it; or name e.g. model.yaml, for a spec
                """.formatted(onnx));
        Cli.run("convert", onnx, "-o", file.toString(), "--seed", "1").refuses("""
                archmeter convert: error: [surplus-option] --weights and --seed are for ONNX alone: a spec holds no weights
                    remedy: leave them out
                """);
    }

    @Test
    void aModelThatCannotBeConvertedLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("old.onnx"), "old");
        Files.writeString(spec, "input: [1, 6]\nlayers: {pool: {maxpool: 1, stride: 3, ceil_mode: caffe}}\n");
        Cli.run("convert", spec.toString(), "-o", file.toString())
                .refusesWith(spec + ":2:17: error: [cannot-convert] pool: ");
        assertThat(file).hasContent("old");
        assertThat(Stream.of(folder.toFile().list())).containsExactlyInAnyOrder("small.yaml", "old.onnx");
    }
}
