package io.archmeter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What surrounds a call of archmeter.
 *
 * @param in what can be read as a model
 * @param out where answers go
 * @param err where problems go
 * @param charset what a text for people is written in; all other formats are UTF-8
 * @param terminal what is known of the terminal
 * @param color whether answers and problems are coloured
 */
record Console(
        InputStream in, OutputStream out, PrintStream err, Charset charset, Terminal terminal, ColorChoice color) {

    static Console ofProcess() {
        return new Console(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                System.err,
                processCharset(),
                Terminal.ofProcess(),
                ColorChoice.AUTO.orOf(System.getenv()));
    }

    static Console of(PrintStream out, PrintStream err, Map<String, String> environment) {
        return new Console(
                InputStream.nullInputStream(),
                out,
                err,
                StandardCharsets.UTF_8,
                Terminal.none(environment),
                ColorChoice.AUTO.orOf(environment));
    }

    /** The same, coloured as somebody has chosen. */
    Console coloured(ColorChoice chosen) {
        return chosen == ColorChoice.AUTO ? this : new Console(in, out, err, charset, terminal, chosen);
    }

    boolean colouredOut() {
        return color.isOn(terminal.out());
    }

    boolean colouredErr() {
        return color.isOn(terminal.err());
    }

    /** How many columns an answer on standard output has; empty where there may be any number. */
    OptionalInt width() {
        return terminal.width();
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
