package io.archmeter.program;

import io.archmeter.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The whole program, with some of its class files in place of those that were built. */
public final class Program {
    /** Where the class files lie that were built. */
    public static final Path CLASSES = OwnClasses.PROGRAM;

    private final ClassLoader loader;

    /** What a command line came to. */
    public record Ran(int code, String err) {}

    /**
     * Loads it.
     *
     * @param changed class files, by the names of their classes
     */
    public Program(Map<String, byte[]> changed) {
        this.loader = new OwnClasses(changed::getOrDefault);
    }

    /** Runs a command line; what it puts out is dropped. */
    public Ran run(String... args) {
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            int code = (int) loader.loadClass(Main.class.getName())
                    .getMethod("run", String[].class, PrintStream.class, PrintStream.class, Map.class)
                    .invoke(null, args, out, new PrintStream(err, false, StandardCharsets.UTF_8), Map.of());
            return new Ran(code, err.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
