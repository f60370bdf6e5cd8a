package io.archmeter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What surrounds a call of archmeter.
 *
 * @param out where answers go
 * @param err where problems go
 * @param charset what a text for people is written in; all other formats are UTF-8
 * @param width how many columns the terminal has; empty where there is none
 * @param watched whether somebody looks at {@code err} as it comes, and does not read it from a file or a pipe later
 */
record Console(OutputStream out, PrintStream err, Charset charset, OptionalInt width, boolean watched) {
    /** A terminal that does not say how wide it is. */
    private static final int USUAL_WIDTH = 100;

    static Console ofProcess() {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                System.err,
                processCharset(),
                processWidth(System.getenv()),
                // Java can tell of input and output together only; the launcher knows of standard error.
                Boolean.getBoolean("archmeter.watched"));
    }

    static Console of(PrintStream out, PrintStream err, Map<String, String> environment) {
        return new Console(out, err, StandardCharsets.UTF_8, columns(environment), false);
    }

    private static OptionalInt processWidth(Map<String, String> environment) {
        OptionalInt columns = columns(environment);
        return columns.isEmpty() && isTerminal() ? OptionalInt.of(USUAL_WIDTH) : columns;
    }

    private static OptionalInt columns(Map<String, String> environment) {
        return Numbers.count(environment.getOrDefault("COLUMNS", "")).stream()
                .mapToInt(columns -> (int) Math.min(columns, Integer.MAX_VALUE))
                .findFirst();
    }

    private static boolean isTerminal() {
        // From Java 22 the default is a library that takes longer to load than all else, and takes a pipe for a
        // terminal.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    /** Java 17 has no public name for the charset of a terminal. */
    private static Charset processCharset() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            String name = System.getProperty(property, "");
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }
}
