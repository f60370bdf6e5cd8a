package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as it stands in its checkout, whose jar has just been built, and in others that have a stand-in for the jar. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path LAUNCHER = Path.of(System.getProperty("project.basedir"), "scripts", "archmeter")
            .toAbsolutePath();

    /** What Java says of a class that comes out of an archive. */
    private static final String ARCHIVED = "source: shared objects file";

    @TempDir
    static Path shared;

    @TempDir
    Path elsewhere;

    private final Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));

    private record Ran(int code, String out, String err) {}

    @BeforeAll
    static void aStandIn() throws IOException {
        StandInJar.write(shared.resolve("archmeter.jar"), shared);
    }

    @Test
    void runsFromAnyFolderThroughALinkWithSpaces() throws Exception {
        Path link = elsewhere.resolve("a folder").resolve("the launcher");
        Files.createDirectory(link.getParent());
        Files.createSymbolicLink(link, LAUNCHER);

        Ran ran = run(link.toString(), "compare", "alexnet", "resnet50", "--format", "csv");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("resnet50,1x3x224x224,175,25557032,53173,4089184256,");
        assertThat(ran.code()).isZero();
    }

    @Test
    void handsOverArgumentsAndExitCodesAsTheyAre() throws Exception {
        Ran ran = run(LAUNCHER.toString(), "analyze", "no such 'model' *");

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("no such 'model' *: error: [unknown-model] ");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void aForwardPassHasVectorsWhereThisJavaHasThem() throws Exception {
        Ran ran = run(LAUNCHER.toString(), "verify", "squeezenet1_1", "--input", "3x64x64");

        String expected = ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent()
                ? "WARNING: Using incubator modules: jdk.incubator.vector\n"
                : "";
        assertThat(ran.err()).isEqualTo(expected);
        assertThat(ran.out()).endsWith("predicted = observed\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void theClassesOfACommandComeOutOfTheArchive() throws Exception {
        assertThat(run(LAUNCHER.toString(), "list").code()).isZero();

        List<String> loaded = loaded(LAUNCHER, "compare", "alexnet", "resnet50");

        // Java makes proxies where annotations are read; what they say of commands has been written down.
        assertThat(loaded).noneMatch(line -> line.contains("$Proxy"));
        List<String> own = loaded.stream()
                .filter(line -> line.contains(" io.archmeter.") || line.contains(" picocli."))
                .toList();
        assertThat(own)
                .hasSizeGreaterThan(200)
                .filteredOn(line -> line.contains(ARCHIVED))
                .hasSizeGreaterThan(own.size() * 9 / 10);
    }

    /** What Java says of each class that it loads. */
    private List<String> loaded(Path launcher, String... args) throws Exception {
        Path classes = elsewhere.resolve("loaded");
        environment.put("ARCHMETER_JAVA_OPTS", "-Xlog:class+load:file=" + classes);
        List<String> command = new ArrayList<>(List.of(args));
        command.add(0, launcher.toString());
        assertThat(run(command.toArray(String[]::new)).code()).isZero();
        return Files.readAllLines(classes);
    }

    /** Java 17 crashes on some archives of which the end is missing. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 1_000_000})
    void anArchiveThatIsCutOffIsMadeAgain(long length) throws Exception {
        Path launcher = checkout("checkout");
        assertThat(run(launcher.toString(), "list").code()).isZero();
        Path archive = archive(launcher);
        assertThat(Files.size(archive)).isGreaterThan(length);
        archive.toFile().setWritable(true); // Java makes it read-only
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            file.truncate(length);
        }

        assertThat(run(launcher.toString(), "list")).isEqualTo(new Ran(0, "stand-in list\n", ""));
        assertThat(Files.size(archive(launcher))).isGreaterThan(length);
    }

    /** Java takes an archive only for the jar that it was made with, at its place. */
    @Test
    void aCheckoutThatWasMovedHasAnArchiveAgain() throws Exception {
        Path launcher = checkout("before");
        assertThat(run(launcher.toString(), "list").code()).isZero();
        Files.move(elsewhere.resolve("before"), elsewhere.resolve("after"));
        Path moved = elsewhere.resolve("after/scripts/archmeter");
        assertThat(run(moved.toString(), "list").code()).isZero();

        assertThat(loaded(moved, "list"))
                .anyMatch(line -> line.contains(" io.archmeter.cli.Main ") && line.contains(ARCHIVED));
    }

    @Test
    void theLocaleOfCGetsAscii() throws Exception {
        environment.put("LC_ALL", "C");

        Ran ran = run(LAUNCHER.toString(), "analyze", "alexnet");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("input 1x3x224x224").matches("\\p{ASCII}*");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aCheckoutBelowAPathBeyondAsciiRunsInTheLocaleOfC() throws Exception {
        checkout("plain");
        environment.put("LC_ALL", "C");

        Ran ran =
                run("sh", "-c", "there=$(printf 'pr\\303\\274f'); mv plain $there; exec $there/scripts/archmeter list");

        assertThat(ran).isEqualTo(new Ran(0, "stand-in list\n", ""));
    }

    @ParameterizedTest
    @CsvSource({"ARCHMETER_JAVA_OPTS, -XX:NoSuchFlag, NoSuchFlag", "JAVA_TOOL_OPTIONS, -Xmx1k, heap"})
    void aJavaThatCannotStartIsNoBrokenBudget(String variable, String options, String said) throws Exception {
        environment.put(variable, options);

        Ran ran = run(LAUNCHER.toString(), "list");

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(said).contains("archmeter: ").contains(" cannot run ");
        assertThat(ran.code()).isEqualTo(70);
    }

    @Test
    void littleMemoryIsNoBrokenBudget() throws Exception {
        Ran ran = run("sh", "-c", "ulimit -v 100000; exec \"$0\" list", LAUNCHER.toString());

        assertThat(ran.err()).contains(" cannot run ");
        assertThat(ran.code()).isEqualTo(70);
    }

    /** What one call lacks, the next may have. */
    @Test
    void littleMemoryOfOneCallLeavesTheNextItsArchive() throws Exception {
        Path launcher = checkout("checkout");
        run("sh", "-c", "ulimit -v 100000; exec \"$0\" list", launcher.toString());

        assertThat(run(launcher.toString(), "list").code()).isZero();

        assertThat(archive(launcher)).isNotEmptyFile();
    }

    @Test
    void aJavaThatIsTooOldIsNoBrokenBudget() throws Exception {
        Path launcher = checkout("checkout");
        script("old/bin/java", "echo 'UnsupportedClassVersionError' >&2; exit 1");
        environment.put("JAVA_HOME", elsewhere.resolve("old").toString());

        Ran ran = run(launcher.toString(), "list");

        assertThat(ran.err()).contains("UnsupportedClassVersionError").contains(" cannot run ");
        assertThat(ran.code()).isEqualTo(70);
    }

    @Test
    void whatHasChangedIsBuiltOnce() throws Exception {
        Path launcher = checkout("checkout");
        Path built = withMaven();
        Path source = elsewhere.resolve("checkout/src/main/java/io/archmeter/New.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");
        later(source.getParent());

        assertThat(run(launcher.toString(), "list").err()).isEqualTo("archmeter: building, once, with Maven ...\n");
        assertThat(run(launcher.toString(), "list").err()).isEmpty();
        assertThat(Files.readAllLines(built)).hasSize(1);
    }

    /** The time of a jar that is older than the folder, and not of this second: not every shell sees parts of one. */
    private void later(Path folder) throws IOException {
        Path jar = elsewhere.resolve("checkout/target/archmeter.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() - 5_000));
        assertThat(Files.getLastModifiedTime(folder)).isGreaterThan(Files.getLastModifiedTime(jar));
    }

    @Test
    void aFolderThatTakesNoLockIsTold() throws Exception {
        Path launcher = checkout("checkout");
        withMaven();
        Path target = elsewhere.resolve("checkout/target");
        Files.delete(target.resolve("archmeter.jar"));
        Files.writeString(target.resolve("archmeter.lock"), "no folder");

        Ran locked = run(launcher.toString(), "list");
        Files.delete(target.resolve("archmeter.lock"));
        Files.delete(target);
        Files.writeString(target, "no folder");
        Ran file = run(launcher.toString(), "list");

        assertThat(locked.err()).startsWith("archmeter: cannot make " + target.toRealPath() + "/archmeter.lock: ");
        assertThat(locked.code()).isEqualTo(70);
        assertThat(file.err()).isEqualTo("archmeter: cannot write to " + target.toRealPath() + "\n");
        assertThat(file.code()).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--version"})
    void theHelpOfAForwardPassIsNoForwardPass(String option) throws Exception {
        Ran ran = run(LAUNCHER.toString(), "verify", option);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("archmeter");
        assertThat(ran.code()).isZero();
    }

    /** What the launcher needs of a checkout, and a stand-in for the jar, newer than all else. */
    private Path checkout(String name) throws IOException {
        Path root = elsewhere.resolve(name);
        Path from = LAUNCHER.getParent().getParent();
        for (String file : List.of("scripts/archmeter", "pom.xml", "specs/resnet.yaml")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(from.resolve(file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectory(root.resolve("target"));
        Files.copy(shared.resolve("archmeter.jar"), root.resolve("target/archmeter.jar"));
        return root.resolve("scripts/archmeter");
    }

    private static Path archive(Path launcher) throws IOException {
        Path target = launcher.getParent().resolveSibling("target");
        List<Path> archives = new ArrayList<>();
        try (var files = Files.newDirectoryStream(target, "*.cache")) {
            files.forEach(archives::add);
        }
        assertThat(archives).hasSize(1);
        return archives.get(0);
    }

    /** A Maven that builds nothing, and notes that it was called. */
    private Path withMaven() throws IOException {
        Path calls = elsewhere.resolve("calls");
        script("maven/mvn", "echo built >>'" + calls + "'");
        environment.put("PATH", elsewhere.resolve("maven") + ":" + System.getenv("PATH"));
        return calls;
    }

    private void script(String name, String text) throws IOException {
        Path file = elsewhere.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ran run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(elsewhere, "out", "");
        Path err = Files.createTempFile(elsewhere, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
