package io.archmeter.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What is known of the terminal.
 *
 * @param out whether standard output leads to one
 * @param err whether standard error does: somebody looks at it as it comes
 * @param width of what standard output is read on; empty where lines may have any length
 */
record Terminal(boolean out, boolean err, OptionalInt width) {
    /** Which streams lead to a terminal: {@code out}, {@code err}, both or none; the launcher knows. */
    private static final String STREAMS = "archmeter.terminal";

    /** Rows and columns as {@code stty size} says them: {@code 24 80}; the launcher has asked. */
    private static final String SIZE = "archmeter.terminal.size";

    /** A terminal that does not say how wide it is. */
    private static final int USUAL_WIDTH = 80;

    static Terminal ofProcess() {
        OptionalInt columns = columns(System.getenv().getOrDefault("COLUMNS", ""));
        String streams = System.getProperty(STREAMS);
        if (streams == null) {
            boolean terminal = isTerminal();
            return new Terminal(terminal, false, columns.isEmpty() && terminal ? asked() : columns);
        }
        if (columns.isEmpty() && !streams.isEmpty()) {
            columns = ofSize(System.getProperty(SIZE, ""));
        }
        return new Terminal(streams.contains("out"), streams.contains("err"), columns);
    }

    /** No terminal, but somebody may want a width all the same. */
    static Terminal none(Map<String, String> environment) {
        return new Terminal(false, false, columns(environment.getOrDefault("COLUMNS", "")));
    }

    private static OptionalInt columns(String text) {
        OptionalLong columns = WholeNumbers.parse(1, text);
        return columns.isPresent()
                ? OptionalInt.of((int) Math.min(columns.getAsLong(), Integer.MAX_VALUE))
                : OptionalInt.empty();
    }

    /** The second word of {@code 24 80}; a terminal that does not know says {@code 0 0}. */
    static OptionalInt ofSize(String size) {
        String[] words = size.strip().split(" ");
        OptionalInt columns = words.length == 2 ? columns(words[1]) : OptionalInt.empty();
        return columns.isPresent() ? columns : OptionalInt.of(USUAL_WIDTH);
    }

    private static boolean isTerminal() {
        // From Java 22 the default is a library that takes longer to load than all else, and takes a pipe for a
        // terminal.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    /** Java has no call for it; {@code stty} of POSIX tells the size of what it reads from. */
    private static OptionalInt asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(1, TimeUnit.SECONDS);
            return ofSize(size);
        } catch (IOException windows) {
            return OptionalInt.of(USUAL_WIDTH);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(USUAL_WIDTH);
        }
    }
}
