package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.sweep.WrittenSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All networks of a space, from the command line. */
class SweepCommandTest {
    private static final String SMALL = """
            title: Small ones
            spec: net.yaml
            params: {width: [4, 6], groups: [1, 2, 3]}
            where: =width + groups != 8
            figures: parameters
            minimize: parameters
            """;

    @TempDir
    private Path folder;

    private String rowsOf(String space, String ending, String... more) {
        Path file = folder.resolve("rows." + ending);
        String[] line = {"sweep", space, "--rows", file.toString()};
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        Cli.run(all).prints();
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** 36·4/g + 4 parameters of a convolution with 4 filters in g groups and 50 of the linear layer; 3 groups are none of 4 channels. */
    @Test
    void aRowForEachPointAndTheBest() throws IOException {
        String space = WrittenSpace.write(folder, SMALL).toString();
        String rows = rowsOf(space, "csv");
        String print = rows.lines().skip(1).findFirst().orElseThrow().substring(0, 12);
        assertThat(rows).isEqualTo("""
                        space,index,model,width,groups,parameters,unknown,problem,fact
                        #,0,width=4 groups=1,4,1,198,,,
                        #,1,width=4 groups=2,4,2,126,,,
                        #,2,width=4 groups=3,4,3,,,indivisible-groups,4 input channels do not divide into 3 groups
                        #,3,width=6 groups=1,6,1,292,,,
                        #,5,width=6 groups=3,6,3,,,indivisible-groups,4 input channels do not divide into 3 groups
                        """.replace("#", print));
        Cli.run("sweep", space)
                .prints(
                        "Small ones: the best 1\n",
                        "points 6, excluded by conditions 1, no networks 2, networks 3",
                        "width=4 groups=2  1             126",
                        "why points are no networks");
    }

    /** How many boxes there are, nobody knows; with eight of them, so does nobody how often the layer after them multiplies. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "parquet"})
    void whatIsNotKnownIsNamed(String ending) {
        String space = WrittenSpace.write(folder, """
                        input: [4, 8, 8]
                        params: {width: 4}
                        layers:
                          conv: {conv: =width, kernel: 3, padding: 1}
                          boxes: {custom: suppression, output: [unknown, 16], parameters: 0, multiply_adds: 0, saved: 0}
                          score: {linear: 8}
                        """, """
                        spec: net.yaml
                        params: {width: [4, 6]}
                        figures: [parameters, multiply_adds]
                        minimize: parameters
                        """).toString();
        String[] line = {
            "sweep", space, "--rows", folder.resolve("rows." + ending).toString()
        };
        String named = "of 2 networks a part of a figure is not known, because of boxes (2)";
        assertThat(Cli.run(line).prints(named).out()).isEqualTo(resumed(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void aRunThatWasStoppedAnywhereGoesOn(String ending) throws IOException {
        String space = WrittenSpace.write(folder, SMALL).toString();
        String whole = rowsOf(space, ending);
        String answer = Cli.run("sweep", space).out();
        Path file = folder.resolve("rows." + ending);
        byte[] bytes = Files.readAllBytes(file);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            Cli resumed = Cli.run("sweep", space, "--rows", file.toString(), "--resume");
            assertThat(resumed.out()).as("cut at %d", cut).isEqualTo(answer);
            assertThat(Files.readString(file)).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    /** 4,500 points in parts of 4,096: the second has 404 of them. A sample of 4,200 ends in the middle of it. */
    @Test
    void partsThatAreMissingAreMadeAgain() throws IOException {
        String space = WrittenSpace.write(folder, """
                        spec: net.yaml
                        params: {width: {from: 1, to: 1500}, groups: [1, 2, 4]}
                        minimize: parameters
                        sample: {points: 4200, seed: 3}
                        """).toString();
        Path rows = folder.resolve("rows.parquet");
        String[] smaller = {"sweep", space, "--rows", rows.toString()};
        String[] all = {"sweep", space, "--rows", rows.toString(), "--sample", "4500"};
        Cli.run(smaller).prints("sample 4,200");
        String answer = resumed(all);
        assertThat(Cli.run("sweep", space, "--sample", "4500").out()).isEqualTo(answer);
        Map<String, byte[]> whole = files(rows);
        assertThat(whole).containsOnlyKeys("_SUCCESS", "part-00000.parquet", "part-00001.parquet");
        Cli.run(all).refusesWith("[file-exists]");
        for (String lost : whole.keySet()) {
            Files.delete(rows.resolve(lost));
            assertThat(resumed(all)).as(lost).isEqualTo(answer);
            assertThat(files(rows)).as(lost).containsExactlyEntriesOf(whole);
        }
        Cli.run("sweep", space, "--rows", rows.toString(), "--seed", "4", "--resume")
                .refusesWith("part-00000.parquet: error: [other-rows]");
        assertThat(files(rows)).containsExactlyEntriesOf(whole);
        Files.write(rows.resolve("part-00001.parquet"), whole.get("part-00000.parquet"));
        Cli.run("sweep", space, "--rows", rows.toString(), "--sample", "4500", "--resume")
                .refusesWith("part-00001.parquet: error: [other-rows]");
    }

    private static String resumed(String... line) {
        String[] resumed = Arrays.copyOf(line, line.length + 1);
        resumed[line.length] = "--resume";
        return Cli.run(resumed).out();
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void theSameBytesWithAnyNumberOfThreads() throws IOException {
        String space = WrittenSpace.write(folder, """
                        spec: net.yaml
                        params: {width: {from: 1, to: 400}, groups: [1, 2]}
                        minimize: multiply_adds
                        maximize: parameters
                        sample: 300
                        """).toString();
        String one = rowsOf(space, "csv", "--threads", "1", "--format", "json");
        Files.delete(folder.resolve("rows.csv"));
        assertThat(rowsOf(space, "csv", "--threads", "4", "--format", "json")).isEqualTo(one);
        assertThat(Cli.run("sweep", space, "--threads", "1", "--format", "json"))
                .isEqualTo(Cli.run("sweep", space, "--threads", "4", "--format", "json"));
    }

    @Test
    void rowsOfAnotherSweepAreKept() throws IOException {
        String space = WrittenSpace.write(folder, SMALL).toString();
        String file = folder.resolve("rows.csv").toString();
        String rows = rowsOf(space, "csv");
        Cli.run("sweep", space, "--rows", file).refusesWith("[file-exists]");
        WrittenSpace.write(folder, SMALL.replace("[4, 6]", "[4, 8]"));
        Cli.run("sweep", space, "--rows", file, "--resume").refusesWith("[other-rows]");
        assertThat(Files.readString(Path.of(file))).isEqualTo(rows);
        WrittenSpace.write(folder, SMALL + "limits: {parameters: at most 150}\n");
        Cli.run("sweep", space, "--rows", file, "--resume").prints("within limits 1");
        assertThat(Files.readString(Path.of(file))).isEqualTo(rows);
    }

    @Test
    void limitsThatNothingKeepsAreNamed() {
        String space = WrittenSpace.write(folder, SMALL + "limits: {parameters: at most 100}\n")
                .toString();
        Cli run = Cli.run("sweep", space);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("no network keeps all limits: parameters are to be at most 100, and are 126 to 292");
    }

    @Test
    void accuraciesOfTheUserCanBeWanted() throws IOException {
        Files.writeString(
                folder.resolve("measured.csv"),
                "model,accuracy\nwidth=4 groups=1,71.5\nwidth=4 groups=2,70\nwidth=6 groups=1,71.5\n");
        String space = WrittenSpace.write(folder, SMALL + "maximize: accuracy\naccuracy: measured.csv\n")
                .toString();
        Cli.run("sweep", space)
                .prints("the best 2", "width=4 groups=2  1             126        70.000", "width=4 groups=1");
        String page = Cli.run("sweep", space, "--format", "html").out();
        assertThat(page).contains("accuracy over parameters").contains("networks as lines");
    }

    @Test
    void wrongCallsAreRefused() {
        String space = WrittenSpace.write(folder, SMALL).toString();
        Cli.run("sweep", space, "--resume").refusesWith("[surplus-option]");
        Cli.run("sweep", space, "--seed", "1").refusesWith("[surplus-option]");
        Cli.run("sweep", space, "--rows", folder.resolve("rows.txt").toString()).refusesWith("[unknown-format]");
        Cli.run("sweep", "nas_bench_20").refusesWith("[unknown-space]");
        Cli.run("sweep", space, "--master", "local").refusesWith("[surplus-option] --master is for a cluster");
        Cli.run("sweep", space, "--on", "spark", "--threads", "2").refusesWith("[surplus-option]");
        Cli.run("sweep", space, "--on", "spark", "--rows", "rows.csv")
                .refusesWith("[unknown-format] many machines cannot write one file");
        Cli.run("sweep", space, "--on", "hadoop").refusesWith("[unknown-on]");
        String large = WrittenSpace.write(folder, "spec: net.yaml\nparams: {width: {from: 1, to: 10000001}}\n")
                .toString();
        Cli.run("sweep", large).refusesWith("[too-many-points]");
        Cli.run("sweep", large, "--sample", "3").prints("points 10,000,001, sample 3");
    }
}
