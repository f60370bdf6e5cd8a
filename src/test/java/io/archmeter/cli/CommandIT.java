package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.archmeter.cli.PackagedJar.Ran;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar, as a process of its own. */
class CommandIT {
    @TempDir
    Path folder;

    private PackagedJar jar() {
        return PackagedJar.in(folder);
    }

    @Test
    void answersGoToStandardOutputAndProblemsToStandardError() throws Exception {
        Ran fine = jar().run("compare", "alexnet", "vgg16", "googlenet", "resnet50");
        assertThat(fine.err()).isEmpty();
        assertThat(fine.out()).contains("61.10 M", "138.36 M", "6.62 M", "25.56 M");
        assertThat(fine.code()).isZero();

        Ran refused = jar().run("compare", "alexnet", "vgg61");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("vgg61: error: [unknown-model] ");
        assertThat(refused.code()).isEqualTo(2);
    }

    /** In a pipeline that is a link to a pipe, which has no name. */
    @Test
    void standardOutputCanBeNamedAsAFile() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/stdout")), "there is no such device");
        assertThat(jar().run("list", "-o", "/dev/stdout").out()).startsWith("the models");
    }

    @Test
    void theVersionIsInTheManifest() throws Exception {
        assertThat(jar().run("--version").out()).matches("archmeter \\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii() throws Exception {
        Ran ascii = jar().run(Map.of("LC_ALL", "C"), "analyze", "alexnet");
        assertThat(ascii.out()).contains("input 1x3x224x224").doesNotContain("?", "×");
        Ran csv = jar().run(Map.of("LC_ALL", "C"), "explain", "alexnet", "features.0", "--format", "csv");
        assertThat(csv.out()).contains("64·3·11·11 + 64");
    }

    @Test
    void theTerminalSaysHowWideItIs() throws Exception {
        Ran narrow = jar().run(Map.of("LC_ALL", "C.UTF-8", "COLUMNS", "80"), "analyze", "alexnet");
        assertThat(narrow.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void bytesAreEqualInEveryLocale() throws Exception {
        String english = jar().run("analyze", "resnet50", "--format", "json").out();
        List<String> turkish =
                new ArrayList<>(List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9"));
        assertThat(jar().run(Map.of(), turkish, "analyze", "resnet50", "--format", "json")
                        .out())
                .isEqualTo(english);
        assertThat(jar().run(Map.of(), turkish, "analyze", "resnet50", "--dtype", "int8", "--sort", "multiply_adds")
                        .code())
                .isZero();
    }

    @Test
    void aReaderThatHasEnoughEndsItSilently() throws Exception {
        Process process = jar().start("explain", "resnet152", "--format", "csv");
        try (InputStream out = process.getInputStream()) {
            assertThat(out.read()).isEqualTo('l');
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("err")).hasContent("");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aFullDiskIsAProblem() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Process process = jar().builder(Map.of(), List.of(), "list")
                .redirectOutput(full.toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("err")).content().startsWith("standard output: error: [cannot-write] ");
    }

    @Test
    void aFileIsWrittenWhereTheCallerStands() throws Exception {
        Ran written = jar().run("parameters", "vgg16", "-o", "vgg16.csv");
        assertThat(written).isEqualTo(new Ran(0, "", ""));
        assertThat(folder.resolve("vgg16.csv")).content().startsWith("kind,name,shape,elements,bytes\r\n");
    }

    @Test
    void aModelOfOnnxSaysWhichVersionWroteIt() throws Exception {
        assertThat(jar().run("convert", "squeezenet1_1", "-o", "small.onnx")).isEqualTo(new Ran(0, "", ""));
        String version = jar().run("--version").out().strip().replace("archmeter ", "");
        byte[] file = Files.readAllBytes(folder.resolve("small.onnx"));
        assertThat(new String(file, 0, 100, StandardCharsets.ISO_8859_1)).contains("archmeter", version);
        // Its 1,235,496 parameters of 4 bytes, and what names them.
        assertThat(file.length).isBetween(4_941_984, 5_000_000);
    }

    /** Between nothing fits and all fits, memory ends at ever other places. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xmx16m", "-Xmx92m", "-Xmx96m", "-Xmx100m", "-Xmx105m", "-Xmx120m", "-Xmx200m"})
    void tooLittleMemoryIsAProblemWhereverItEnds(String heap) throws Exception {
        Path spec = Files.writeString(folder.resolve("wide.yaml"), """
                input: [512, 6, 6]
                layers: [{conv: 512, kernel: 3}, flatten, {linear: 3000}]
                """);
        Ran ran = jar().run(Map.of(), List.of(heap), "verify", spec.toString());
        if (ran.code() == 2) {
            assertThat(ran.err()).contains("-memory] ").doesNotContain("OutOfMemoryError", "\tat ");
            assertThat(ran.out()).isEmpty();
        } else {
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).endsWith("predicted = observed\n");
        }
    }

    @Test
    void weightsThatCannotFitAreKnownBeforeAnyWork() throws Exception {
        // VGG's first fully connected layer has 4096 * 25088 + 4096 weights: 392.02 MiB.
        Ran ran = jar().run(Map.of(), List.of("-Xmx300m"), "verify", "vgg16", "--input", "3x32x32");
        assertThat(ran.err())
                .contains(
                        "[not-enough-memory] classifier.0: at least 393 MiB are needed, 393 MiB of them for weights; ")
                .contains(
                        "; Java was given 300 MiB\n    remedy: use a smaller --input or --batch, or give Java more, ");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void activationsThatCannotFitAreAProblemOfTheInput() throws Exception {
        Path spec = Files.writeString(folder.resolve("large.yaml"), "input: [3, 2000, 2000]\nlayers: [relu]\n");
        Ran ran = jar().run(Map.of(), List.of("-Xmx30m"), "verify", spec.toString());
        // 3 * 2000 * 2000 * 4 bytes are 45.8 MiB.
        assertThat(ran.err())
                .startsWith(spec + ":1:8: error: [not-enough-memory] input: the activations behind it take 46 MiB; "
                        + "Java was given 30 MiB\n");
        assertThat(ran.code()).isEqualTo(2);
    }
}
