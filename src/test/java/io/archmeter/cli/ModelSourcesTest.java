package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specs and ONNX files that come through a pipe. */
class ModelSourcesTest {
    private static final String SPEC = """
            input: [3, 8, 8]
            params: {width: 4}
            variants: {narrow: {}, wide: {width: 6}}
            layers:
              conv: {conv: =width, kernel: 3}
            """;

    @Test
    void standardInputIsAModel() {
        assertThat(out(SPEC, "analyze", "-", "--format", "csv")).contains("conv,conv,1x3x8x8,1x4x6x6,112,");
    }

    /** Each variant is asked for by its name; the pipe is read once. */
    @Test
    void itsVariantsAreModelsAsWell() {
        assertThat(out(SPEC, "compare", "--format", "csv", "--", "-#narrow", "-#wide"))
                .contains("\r\nnarrow,1x3x8x8,1,112,", "\r\nwide,1x3x8x8,1,168,");
    }

    @Test
    void itStandsForAllItsVariants() {
        assertThat(out(SPEC, "compare", "-", "--format", "csv"))
                .contains("\r\nnarrow,1x3x8x8,1,112,", "\r\nwide,1x3x8x8,1,168,");
        assertThat(out(SPEC, "compare", "--format", "csv", "--", "-#w*"))
                .contains("\r\nwide,")
                .doesNotContain("narrow");
    }

    /** 168 parameters of the wide variant beside 112 of the narrow one: both are counted by hand in DiffCommandTest. */
    @Test
    void itIsASideOfADiff(@TempDir Path folder) throws IOException {
        Path wider = Files.writeString(folder.resolve("net.yaml"), SPEC.replace("width: 4}", "width: 6}"));
        assertThat(out(
                        SPEC.replace("variants: {narrow: {}, wide: {width: 6}}\n", ""),
                        "diff",
                        "-",
                        wider + "#narrow",
                        "--format",
                        "json"))
                .contains("\"before\": 112", "\"after\": 168");
    }

    @Test
    void jsonIsToldByItsBeginOrByTheOption() {
        // Tabs are no indentation in YAML.
        String json = "{\n\t\"input\": [3, 8, 8],\n\t\"layers\": [\n\t\t\"relu\"]}\n";
        assertThat(out(json, "analyze", "-", "--format", "csv")).contains("0,relu,1x3x8x8,");
        assertThat(out(json, "analyze", "-", "--from", "json", "--format", "csv"))
                .contains("0,relu,1x3x8x8,");
        String flow = "{input: [3, 8, 8], layers: [relu]}\n";
        assertThat(out(flow, "analyze", "-", "--from=yaml", "--format", "csv")).contains("0,relu,1x3x8x8,");
        assertThat(out(flow, "analyze", "-", "--format", "csv")).contains("0,relu,1x3x8x8,");
    }

    @Test
    void problemsHaveItsNameAndTheirPlaces() {
        assertThat(err("input: [3, 8, 8]\nlayers: [rleu]\n", "analyze", "-"))
                .startsWith("-:2:10: error: [unknown-operator] there is no operator or block 'rleu'\n");
        assertThat(err("", "analyze", "-")).startsWith("-: error: [empty-file] ");
        assertThat(err(SPEC, "analyze", "--", "-#widest")).contains("[unknown-variant]", "did you mean 'wide'?");
        assertThat(err(SPEC, "analyze", "-", "--from", "yml"))
                .startsWith(
                        "archmeter analyze: error: [unknown-from] --from cannot be 'yml'\n    remedy: did you mean 'yaml'?");
    }

    @Test
    void aPipeThatFailsIsAProblem() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the other end is gone");
            }
        };
        assertThat(run(broken, "analyze", "-").err())
                .startsWith("-: error: [unreadable-file] nothing can be read from this: the other end is gone\n");
    }

    private static final Path FILES = Path.of("src/test/resources/onnx");

    /** 72 parameters and 195 multiply-adds: {@code models.csv}, counted with the onnx package and by ONNX Runtime. */
    @Test
    void anOnnxFileIsAModelAsWell() throws IOException {
        for (String[] from : new String[][] {{}, {"--from", "onnx"}}) {
            InputStream file = onnx("trap_gemm_trans");
            assertThat(run(file, args("compare - --format csv", from)).prints().out())
                    .contains("\r\n'-,6x3,2,72,0,195,");
        }
        assertThat(run(onnx("trap_gemm_trans"), "explain", "-", "y").prints().out())
                .contains("105");
        assertThat(run(onnx("trap_gemm_trans"), "memory", "-", "--limit", "1GiB")
                        .prints()
                        .out())
                .contains("largest");
        assertThat(run(onnx("trap_dim_param_shared"), "inputs", "-", "--format", "csv")
                        .prints()
                        .out())
                .contains("\r\nextent,n,");
        assertThat(run(
                                onnx("trap_gemm_trans"),
                                "diff",
                                "-",
                                FILES.resolve("trap_gemm_trans.onnx").toString())
                        .prints()
                        .out())
                .contains("no change: 2 layers, 72 parameters, 195 multiply-adds");
    }

    /** What lies beside a file does not lie beside a pipe: the weights in weights.bin are absent. */
    @Test
    void itsOwnWeightsAreTaken() throws IOException {
        assertThat(run(onnx("trap_conv_1d_3d"), "verify", "-", "--width", "120")
                        .prints()
                        .out())
                .contains(
                        "-: 2 tensors of weights (53 elements) are the file's own; 1 tensor of weights (405 elements) was drawn: w3\n");
        assertThat(run(onnx("trap_conv_1d_3d"), "analyze", "-").prints().out())
                .contains("the elements of 1 tensor are not here: weights.bin is absent");
    }

    @Test
    void itIsConvertedAsAnOnnxFile(@TempDir Path folder) throws IOException {
        assertThat(run(onnx("trap_gemm_trans"), "convert", "-", "-o", "-")
                        .prints()
                        .out())
                .startsWith("# made by 'archmeter convert' of -\n");
        Cli refused = run(
                onnx("trap_gemm_trans"),
                "convert",
                "-",
                "-o",
                folder.resolve("copy.onnx").toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("-: error: [cannot-convert] this is an ONNX file already\n");
    }

    @Test
    void problemsOfAnOnnxFileHaveItsName() throws IOException {
        byte[] bytes = Files.readAllBytes(FILES.resolve("trap_gemm_trans.onnx"));
        assertThat(run(new ByteArrayInputStream(bytes, 0, 300), "analyze", "-").err())
                .startsWith("-: error: [truncated-file] ");
        assertThat(run(onnx("trap_gemm_trans"), "analyze", "--", "-#x").err()).isEqualTo("""
                -#x: error: [unknown-variant] this is an ONNX file, which has no variants
                    remedy: leave out the '#' and what follows it
                """);
        assertThat(run(onnx("trap_gemm_trans"), "analyze", "-", "--from", "yaml")
                        .err())
                .startsWith("-:1:11: error: [not-utf-8] ");
        assertThat(err(SPEC, "analyze", "-", "--from", "onnx")).startsWith("-: error: [not-onnx] ");
        InputStream zipped = new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B, 8, 0});
        assertThat(run(zipped, "analyze", "-").err())
                .startsWith("-: error: [not-onnx] this is no ONNX file: it is compressed with gzip\n");
    }

    private static InputStream onnx(String name) throws IOException {
        return new ByteArrayInputStream(Files.readAllBytes(FILES.resolve(name + ".onnx")));
    }

    private static String[] args(String words, String... more) {
        String[] first = words.split(" ");
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static String out(String in, String... args) {
        return run(bytes(in), args).prints().out();
    }

    private static String err(String in, String... args) {
        Cli refused = run(bytes(in), args);
        assertThat(refused.code()).isEqualTo(2);
        return refused.err();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Cli run(InputStream in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                in,
                out,
                new PrintStream(err, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Terminal.none(Map.of()),
                ColorChoice.NEVER);
        int code = Main.run(args, console, Map.of());
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
