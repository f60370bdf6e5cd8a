package io.archmeter.cli;

import io.archmeter.cli.PackagedJar.Ran;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Command lines of the packaged jar in one folder, one after the other in one process, which loads and compiles its classes once. That
 * a process of its own makes the same of a command line is seen in {@link CommandIT}.
 */
final class CommandLines implements AutoCloseable {
    private final Process process;
    private final DataOutputStream asked;
    private final DataInputStream answers;

    /** Starts the process. */
    CommandLines(PackagedJar jar) throws IOException {
        process = jar.startBeside(CommandLines.class);
        asked = new DataOutputStream(process.getOutputStream());
        answers = new DataInputStream(process.getInputStream());
    }

    Ran run(String... args) throws IOException {
        asked.writeInt(args.length);
        for (String arg : args) {
            asked.writeUTF(arg);
        }
        asked.flush();
        return new Ran(answers.readInt(), read(answers), read(answers));
    }

    @Override
    public void close() throws IOException {
        asked.close();
    }

    /** The process. */
    public static void main(String[] none) throws IOException {
        DataInputStream asked = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(System.out);
        for (int length = next(asked); length >= 0; length = next(asked)) {
            List<String> args = new ArrayList<>();
            while (args.size() < length) {
                args.add(asked.readUTF());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            answers.writeInt(Main.run(
                    args.toArray(String[]::new),
                    new PrintStream(out, false, StandardCharsets.UTF_8),
                    new PrintStream(err, false, StandardCharsets.UTF_8),
                    Map.of()));
            write(out, answers);
            write(err, answers);
            answers.flush();
        }
    }

    /** How many arguments the next command line has; negative where there is none. */
    private static int next(DataInputStream asked) throws IOException {
        int first = asked.read();
        return first < 0 ? first : (first << 24) + (asked.readUnsignedShort() << 8) + asked.readUnsignedByte();
    }

    private static void write(ByteArrayOutputStream written, DataOutputStream answers) throws IOException {
        answers.writeInt(written.size());
        written.writeTo(answers);
    }

    private static String read(DataInputStream answers) throws IOException {
        return new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
    }
}
