package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.sweep.WrittenSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps on a cluster of this machine's processes: a driver, two workers, two executors. */
class SweepOnSparkTest {
    private static final String CLUSTER = "local-cluster[2,1,1024]";

    /** 6,000 points in two parts, of which the second has 1,904. */
    private static final String SPACE = """
            spec: net.yaml
            params: {width: {from: 1, to: 1500}, groups: [1, 2, 3, 4]}
            where: =width % 7 != 3
            figures: [parameters, multiply_adds]
            limits: {parameters: at most 40k}
            minimize: parameters
            maximize: multiply_adds
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void settings() {
        SparkHome.make();
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.executor.extraClassPath", classes());
    }

    @AfterAll
    static void noSettings() {
        List.of("driver.host", "driver.bindAddress", "ui.enabled", "executor.extraClassPath")
                .forEach(key -> System.clearProperty("spark." + key));
    }

    private static String classes() {
        return Main.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private Cli sweep(String space, String... more) {
        List<String> line = new ArrayList<>(List.of("sweep", space));
        line.addAll(List.of(more));
        return Cli.run(line.toArray(String[]::new));
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

    private String[] on(String master, Path rows, String... more) {
        List<String> line = new ArrayList<>(List.of("--on", "spark", "--master", master, "--rows", rows.toString()));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html"})
    void theAnswerIsTheSameBytes(String format) {
        String space = WrittenSpace.write(folder, SPACE).toString();
        Cli here = sweep(space, "--format", format);
        Cli there = sweep(space, "--format", format, "--on", "spark", "--master", "local[2]");
        assertThat(there.out()).isEqualTo(here.out()).isNotEmpty();
        assertThat(there.code()).isEqualTo(here.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample: 1000", "sample: {points: 4500, seed: 4}", "sample: 1000000"})
    void aSampleHasTheSamePoints(String sample) throws IOException {
        String space = WrittenSpace.write(folder, SPACE + sample).toString();
        Cli here = sweep(space, "--rows", folder.resolve("here.parquet").toString());
        Cli there = sweep(space, on("local[2]", folder.resolve("there.parquet")));
        assertThat(there.out()).isEqualTo(here.out()).contains("sample");
        assertThat(files(folder.resolve("there.parquet")))
                .containsExactlyEntriesOf(files(folder.resolve("here.parquet")));
    }

    /** An executor is killed when the first part has come: its tasks are done again elsewhere, and nothing is there twice. */
    @Test
    void anExecutorThatIsKilledLosesNothing() throws Exception {
        String space = WrittenSpace.write(folder, slow(), SPACE.replace("to: 1500", "to: 6000"))
                .toString();
        Path rows = folder.resolve("rows.parquet");
        CompletableFuture<Cli> running = CompletableFuture.supplyAsync(() -> sweep(space, on(CLUSTER, rows)));
        while (!running.isDone() && !hasPart(rows)) {
            Thread.sleep(20);
        }
        List<ProcessHandle> executors = executors();
        assertThat(executors).hasSize(2);
        assertThat(executors.get(0).destroyForcibly()).isTrue();
        int before = files(rows).size();
        Cli there = running.get();
        assertThat(before).as("parts when the executor was killed").isBetween(1, 4);
        Cli here = sweep(space, "--rows", folder.resolve("here.parquet").toString());
        assertThat(there.out()).isEqualTo(here.out());
        assertThat(files(rows)).containsExactlyEntriesOf(files(folder.resolve("here.parquet")));
        assertThat(files(rows)).hasSize(7);
        requireEachOnce(rows, 24_000);
    }

    private static boolean hasPart(Path rows) throws IOException {
        return Files.exists(rows) && files(rows).keySet().stream().anyMatch(name -> name.startsWith("part-"));
    }

    private static List<ProcessHandle> executors() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .toList();
    }

    /** A network of some more layers, whose points take some time. */
    private static String slow() {
        return WrittenSpace.NET.replace(
                "  pool:", "  more: {repeat: 8, layers: [{conv: =width, kernel: 1}, relu]}\n  pool:");
    }

    /** Spark itself reads what was written, with code that has not written it. 6,000·4 points, of which width % 7 == 3 has 857·4. */
    private static void requireEachOnce(Path rows, long points) throws IOException {
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate()) {
            Dataset<Row> table = spark.read().parquet(rows.toString());
            long excluded = 4 * 857;
            assertThat(table.count()).isEqualTo(points - excluded);
            assertThat(table.select("index").distinct().count()).isEqualTo(points - excluded);
            assertThat(table.where("width % 7 = 3").count()).isZero();
            assertThat(table.where("problem is null and parameters is null").count())
                    .isZero();
        }
    }

    @Test
    void aRunThatWasStoppedGoesOn() throws IOException {
        String space = WrittenSpace.write(folder, SPACE).toString();
        Path rows = folder.resolve("rows.parquet");
        String answer = sweep(space, "--rows", rows.toString()).out();
        Map<String, byte[]> whole = files(rows);
        Files.delete(rows.resolve("part-00000.parquet"));
        Files.delete(rows.resolve("_SUCCESS"));
        assertThat(sweep(space, on("local[2]", rows, "--resume")).out()).isEqualTo(answer);
        assertThat(files(rows)).containsExactlyEntriesOf(whole);
        sweep(space, on("local[2]", rows)).refusesWith("[file-exists]");
        Files.write(rows.resolve("part-00001.parquet"), whole.get("part-00000.parquet"));
        sweep(space, on("local[2]", rows, "--resume")).refusesWith("part-00001.parquet: error: [other-rows]");
    }

    @Test
    void whatIsWrongIsSaidAsOnOneMachine() {
        String space = WrittenSpace.write(folder, SPACE.replace("=width % 7 != 3", "=12 / (width - 1400) > 0"))
                .toString();
        Cli here = sweep(space);
        Cli there = sweep(space, "--on", "spark", "--master", "local[2]");
        assertThat(here.code()).isEqualTo(2);
        assertThat(there).isEqualTo(here);
        sweep(space, "--on", "spark").refusesWith("[no-master]");
        sweep(space, "--on", "spark", "--master", "spork://host").refusesWith("[spark-failed]");
    }
}
