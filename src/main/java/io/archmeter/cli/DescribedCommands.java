package io.archmeter.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;

/**
 * What the annotations of commands say, written down at build by {@link DescribeCommands}: Java makes classes at each start to
 * read annotations, which takes as long as an answer.
 */
final class DescribedCommands {
    static final String FOLDER = "commands/";

    /** Raised whenever the format changes: a description of another version is none. */
    private static final int VERSION = 2;

    private DescribedCommands() {}

    /** What describes a command; empty where its annotations must be read. */
    static Optional<CommandDescription> find(Class<? extends Subcommand> command) {
        URL resource = DescribedCommands.class.getResource("/" + FOLDER + command.getSimpleName());
        // What is in a jar was put there together; in a folder, an editor compiles a command and describes nothing.
        return resource == null || !resource.getProtocol().equals("jar") ? Optional.empty() : read(bytes(resource));
    }

    private static byte[] bytes(URL resource) {
        try (InputStream stream = resource.openStream()) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] bytes(CommandDescription command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeInt(VERSION);
            command.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Optional<CommandDescription> read(byte[] bytes) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            return in.readInt() == VERSION ? Optional.of(CommandDescription.read(in)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
