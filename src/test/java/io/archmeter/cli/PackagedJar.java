package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        return run(Map.of(), List.of(), args);
    }

    Ran run(Map<String, String> environment, String... args) throws Exception {
        return run(environment, List.of(), args);
    }

    /** @param flags of Java */
    Ran run(Map<String, String> environment, List<String> flags, String... args) throws Exception {
        Process process = start(environment, flags, args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new Ran(code, out, Files.readString(errors));
    }

    Process start(String... args) throws IOException {
        return start(Map.of(), List.of(), args);
    }

    private Process start(Map<String, String> environment, List<String> flags, String... args) throws IOException {
        return builder(environment, flags, args).start();
    }

    ProcessBuilder builder(Map<String, String> environment, List<String> flags, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().remove("COLUMNS");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder;
    }
}
