package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged jar, run as a process of its own.
 *
 * @param folder where it runs
 * @param errors the file that takes its standard error
 */
record PackagedJar(Path folder, Path errors) {
    private static final Path JAR = Path.of(System.getProperty("archmeter.jar"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** A run is too short for the second compiler, and for many threads. */
    private static final List<String> SHORT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The classes of a run, which all others would load and verify again. */
    private static final class Archive {
        static final Path CLASSES = made();

        private static Path made() {
            Path archive = JAR.resolveSibling("archmeter-runs.jsa");
            List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:ArchiveClassesAtExit=" + archive));
            command.addAll(SHORT);
            command.addAll(List.of("-jar", JAR.toString(), "check"));
            try {
                Files.deleteIfExists(archive);
                new ProcessBuilder(command)
                        .directory(new File(System.getProperty("project.basedir")))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
            assertThat(archive).isNotEmptyFile();
            return archive;
        }
    }

    /** What came of a run. */
    record Ran(int code, String out, String err) {
        /** It ended so, and these parts are in what it answered. */
        Ran ends(int expected, String... parts) {
            assertThat(err).doesNotContain("\tat ", "internal error");
            assertThat(code).as(out + err).isEqualTo(expected);
            List.of(parts).forEach(part -> assertThat(out).contains(part));
            return this;
        }

        /** The input could not be used; this is in what was said of it, and there is no answer. */
        void refuses(String... parts) {
            assertThat(err).contains(parts).doesNotContain("\tat ", "internal error");
            assertThat(code).as(out + err).isEqualTo(2);
            assertThat(out).isEmpty();
        }
    }

    static PackagedJar in(Path folder) {
        return new PackagedJar(folder, folder.resolve("err"));
    }

    Ran run(String... args) throws Exception {
        return run(Map.of(), args);
    }

    Ran run(Map<String, String> environment, String... args) throws Exception {
        return ended(builder(environment, args).start());
    }

    /** As Java runs it with these flags and no others. */
    Ran runWith(List<String> flags, String... args) throws Exception {
        return ended(builder(Map.of(), flags, args).start());
    }

    private Ran ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new Ran(code, out, Files.readString(errors));
    }

    Process start(String... args) throws IOException {
        return builder(Map.of(), args).start();
    }

    /** Starts a program of the tests that has the classes of the jar. */
    Process startBeside(Class<?> program) throws IOException {
        String tests = Path.of(System.getProperty("project.basedir"), "target", "test-classes")
                .toAbsolutePath()
                .toString();
        return builder(Map.of(), SHORT, List.of("-cp", JAR + File.pathSeparator + tests, program.getName()))
                .start();
    }

    ProcessBuilder builder(Map<String, String> environment, String... args) {
        List<String> flags = new ArrayList<>(SHORT);
        flags.add("-XX:SharedArchiveFile=" + Archive.CLASSES);
        return builder(environment, flags, args);
    }

    private ProcessBuilder builder(Map<String, String> environment, List<String> flags, String... args) {
        List<String> program = new ArrayList<>(List.of("-jar", JAR.toString()));
        program.addAll(List.of(args));
        return builder(environment, flags, program);
    }

    private ProcessBuilder builder(Map<String, String> environment, List<String> flags, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(flags);
        command.addAll(program);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().remove("COLUMNS");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder;
    }
}
