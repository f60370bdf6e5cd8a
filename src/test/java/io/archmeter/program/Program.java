package io.archmeter.program;

import io.archmeter.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole program, with some of its class files in place of those that were built, or with services of a project. */
public final class Program {
    /** Where the class files lie that were built. */
    public static final Path CLASSES = OwnClasses.PROGRAM;

    /** Packages that know no operator, and none but each other. */
    private static final Set<String> GROUND = Stream.of(
                    "exec.matrix", "exec.vector", "graph", "json", "pattern", "problem", "source", "value", "weights")
            .map("io.archmeter."::concat)
            .collect(Collectors.toSet());

    private final ClassLoader loader;

    /** What a command line came to. */
    public record Ran(int code, String out, String err) {}

    /**
     * Loads it.
     *
     * @param changed class files, by the names of their classes
     */
    public Program(Map<String, byte[]> changed) {
        this.loader = new OwnClasses(changed::getOrDefault, ground(changed.keySet()));
    }

    /**
     * Loads it as it was built, with more on its class path.
     *
     * @param services a folder with {@code META-INF/services}, beside the class files of the tests
     */
    public Program(Path services) {
        this.loader = OwnClasses.asBuilt(services);
    }

    /** What is loaded once for all programs, unless something of it was changed. */
    private static Set<String> ground(Set<String> changed) {
        boolean whole = changed.stream().noneMatch(type -> GROUND.contains(OwnClasses.packageOf(type)));
        return whole ? GROUND : Set.of();
    }

    /** An object of a class of the tests, which is loaded again, beside the program. */
    public <T> T create(Class<? extends T> type) {
        return OwnClasses.create(loader, type);
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
