package io.archmeter.verify;

import io.archmeter.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The whole program with a bug planted in it. */
final class MutatedArchmeter {
    private final ClassLoader loader;

    /** What a command line came to. */
    record Ran(int code, String err) {}

    MutatedArchmeter(Mutant mutant) {
        this.loader = new OwnClasses(InMemoryCompiler.compile(mutant.typeName(), mutant.source()));
    }

    Ran run(String... args) {
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
