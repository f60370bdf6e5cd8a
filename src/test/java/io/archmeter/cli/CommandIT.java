package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.archmeter.cli.PackagedJar.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar, as a process of its own. */
class CommandIT {
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    Path folder;

    private PackagedJar jar() {
        return PackagedJar.in(folder);
    }

    @Test
    void answersGoToStandardOutputAndProblemsToStandardError() throws Exception {
        Ran fine = jar().runWith(List.of(), "compare", "alexnet", "vgg16", "googlenet", "resnet50");
        assertThat(fine.err()).isEmpty();
        assertThat(fine.out()).contains("61.10 M", "138.36 M", "6.62 M", "25.56 M");
        assertThat(fine.code()).isZero();

        Ran refused = jar().runWith(List.of(), "compare", "alexnet", "vgg61");
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
        assertThat(jar().runWith(turkish, "analyze", "resnet50", "--format", "json")
                        .out())
                .isEqualTo(english);
        assertThat(jar().runWith(turkish, "analyze", "resnet50", "--dtype", "int8", "--sort", "multiply_adds")
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
        Process process =
                jar().builder(Map.of(), "list").redirectOutput(full.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("err")).content().startsWith("standard output: error: [cannot-write] ");
    }

    @Test
    void aFileIsWrittenWhereTheCallerStands() throws Exception {
        Ran written = jar().run("parameters", "vgg16", "-o", "vgg16.csv");
        assertThat(written).isEqualTo(new Ran(0, "", ""));
        assertThat(folder.resolve("vgg16.csv")).content().startsWith("kind,name,shape,elements,bytes\r\n");
    }

    /** The shell has opened it, and it would be empty for the next one. */
    @Test
    void theFileBehindStandardInputIsNotReplaced() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/stdin")), "streams have no names here");
        Path spec = Files.writeString(folder.resolve("net.yaml"), "input: [3]\nlayers: [relu]\n");
        Process process = jar().builder(Map.of(), "analyze", "-", "--format", "text", "-o", "net.yaml")
                .redirectInput(spec.toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("err")).content().startsWith("net.yaml: error: [own-source] ");
        assertThat(spec).hasContent("input: [3]\nlayers: [relu]");
    }

    /** A signal ends Java by way of its hooks; only what is killed leaves something, which the next one removes. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP", "KILL"})
    void whatIsEndedWhileItWritesLeavesNothing(String signal) throws Exception {
        assumeTrue(
                !isIgnored(signal),
                "who runs this in the background ignores it, and so does each process that it starts");
        Process process = jar().start("convert", "vgg16", "-o", "vgg16.onnx");
        while (names().noneMatch(name -> name.endsWith(".tmp"))) {
            assertThat(process.isAlive()).as("it is still to be ended").isTrue();
            Thread.sleep(5);
        }
        assumeTrue(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor()
                == 0);
        process.waitFor();
        assertThat(process.exitValue()).isNotZero();
        if (signal.equals("KILL")) {
            assertThat(jar().run("list", "-o", "list.csv")).isEqualTo(new Ran(0, "", ""));
        }
        assertThat(names()).doesNotContain("vgg16.onnx").noneMatch(name -> name.endsWith(".tmp"));
    }

    /** As a shell does for what it runs in the background; Linux says so in the mask of a process. */
    private static boolean isIgnored(String signal) throws IOException {
        int number = Map.of("HUP", 1, "INT", 2, "KILL", 9, "TERM", 15).get(signal);
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(mask, 16) >>> (number - 1) & 1) == 1;
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    /** The names of the files are in UTF-8, which the C locale does not have. */
    @Test
    void aNameBeyondTheLocaleIsAProblemThatSaysWhatToDo() throws Exception {
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
        assumeTrue(names.newEncoder().canEncode("\u00fc"), "the tests run in such a locale themselves");
        Files.createDirectory(folder.resolve("gr\u00fcn"));
        Files.writeString(folder.resolve("gr\u00fcn/n\u00e9.yaml"), "input: [3]\nlayers: [relu]\n");
        jar().run("analyze", "gr\u00fcn/n\u00e9.yaml").ends(0, "relu");
        Map<String, String> environment = Map.of("LC_ALL", "C");
        for (String command : List.of("analyze", "verify", "check", "diff")) {
            List<String> args = new ArrayList<>(List.of(command, "gr\u00fcn/n\u00e9.yaml"));
            if (command.equals("diff")) {
                args.add("alexnet");
            }
            jar().run(environment, args.toArray(new String[0])).refuses("[locale-without-letters]", "LC_ALL=C.UTF-8");
        }
        jar().run(environment, "list", "-o", "gr\u00fcn/list.csv").refuses("[locale-without-letters]");
        // Its own name has no such letters, but those of its folder are needed to find it.
        PackagedJar below = new PackagedJar(folder.resolve("gr\u00fcn"), folder.resolve("err"));
        Files.writeString(folder.resolve("gr\u00fcn/plain.yaml"), "input: [3]\nlayers: [relu]\n");
        below.run(environment, "analyze", "plain.yaml").refuses("[no-current-folder]", "LC_ALL=C.UTF-8");
        // Another name of the same locale.
        jar().run(Map.of("LC_ALL", "POSIX"), "analyze", "gr\u00fcn/n\u00e9.yaml")
                .refuses("[locale-without-letters]", "LC_ALL=C.UTF-8");
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
        Ran ran = jar().runWith(List.of(heap, FIRST_COMPILER), "verify", spec.toString());
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
        Ran ran = jar().runWith(List.of("-Xmx300m"), "verify", "vgg16", "--input", "3x32x32");
        assertThat(ran.err())
                .contains(
                        "[not-enough-memory] classifier.0: at least 393 MiB are needed, 393 MiB of them for weights; ")
                .contains(
                        "; Java was given 300 MiB\n    remedy: use a smaller --input or --batch, or give Java more, ");
        assertThat(ran.code()).isEqualTo(2);
    }

    /** 64 MiB are 67,108,864 bytes, which at 800 for each have room for 83,886 layers. */
    @Test
    void layersThatCannotFitAreAProblemOfTheirPlace() throws Exception {
        Path spec = Files.writeString(folder.resolve("long.yaml"), "input: [3]\nlayers: [{repeat: 84000, relu: }]\n");
        Ran ran = jar().runWith(List.of("-Xmx64m"), "analyze", spec.toString());
        assertThat(ran.err())
                .startsWith(spec
                        + ":2:26: error: [not-enough-memory] this makes more than 83886 layers, and more do not fit"
                        + " into the 64 MiB that Java was given\n");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void activationsThatCannotFitAreAProblemOfTheInput() throws Exception {
        Path spec = Files.writeString(folder.resolve("large.yaml"), "input: [3, 2000, 2000]\nlayers: [relu]\n");
        Ran ran = jar().runWith(List.of("-Xmx30m"), "verify", spec.toString());
        // 3 * 2000 * 2000 * 4 bytes are 45.8 MiB.
        assertThat(ran.err())
                .startsWith(spec + ":1:8: error: [not-enough-memory] input: the activations after it take 46 MiB; "
                        + "Java was given 30 MiB\n");
        assertThat(ran.code()).isEqualTo(2);
    }
}
