package io.archmeter.program;

import io.archmeter.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The whole program, with some of its class files in place of those that were built, or with services of a project. */
public final class Program {
    /** Where the class files lie that were built. */
    public static final Path CLASSES = OwnClasses.PROGRAM;

    private final ClassLoader loader;

    /** What a command line came to. */
    public record Ran(int code, String out, String err) {}

    /**
     * Loads it.
     *
     * @param changed class files, by the names of their classes
     */
    public Program(Map<String, byte[]> changed) {
        this.loader = new OwnClasses(changed::getOrDefault);
    }

    /**
     * Loads it as it was built, with more on its class path.
     *
     * @param services a folder with {@code META-INF/services}, beside the class files of the tests
     */
    public Program(Path services) {
        this.loader = OwnClasses.asBuilt(services);
    }

    /** Runs a command line. */
    public Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            int code = (int) loader.loadClass(Main.class.getName())
                    .getMethod("run", String[].class, PrintStream.class, PrintStream.class, Map.class)
                    .invoke(
                            null,
                            args,
                            new PrintStream(out, false, StandardCharsets.UTF_8),
                            new PrintStream(err, false, StandardCharsets.UTF_8),
                            Map.of());
            return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
