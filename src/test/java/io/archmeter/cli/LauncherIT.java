package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as it stands in a checkout; the jar has just been built, so it has nothing to build. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path LAUNCHER = Path.of(System.getProperty("project.basedir"), "scripts", "archmeter")
            .toAbsolutePath();

    @TempDir
    Path elsewhere;

    private record Ran(int code, String out, String err) {}

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
    void anArchiveThatIsNoneIsHarmless() throws Exception {
        List<Path> archives = archives();
        for (Path archive : archives) {
            Files.delete(archive); // Java makes it read-only
            Files.write(archive, new byte[1000]);
        }

        Ran ran = run(LAUNCHER.toString(), "list");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("resnet50");
        assertThat(ran.code()).isZero();
    }

    private static List<Path> archives() throws IOException {
        List<Path> archives = new ArrayList<>();
        Path target = LAUNCHER.getParent().resolveSibling("target");
        try (var files = Files.newDirectoryStream(target, "*.jsa")) {
            files.forEach(archives::add);
        }
        return archives;
    }

    private Ran run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(elsewhere, "out", "");
        Path err = Files.createTempFile(elsewhere, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
