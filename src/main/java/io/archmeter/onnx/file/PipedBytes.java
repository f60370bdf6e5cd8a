package io.archmeter.onnx.file;

import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What comes through a pipe, laid down in a file, because only the bytes of a file can be mapped. Its name is taken away as soon as it is open, so that
 * nothing stays behind, however the process ends.
 */
final class PipedBytes {
    /** A message of protobuf has less than 2 GiB; larger weights lie in other files. */
    static final long MOST = Integer.MAX_VALUE;

    private static final int CHUNK = 1 << 16;

    private PipedBytes() {}

    /**
     * Reads all of them.
     *
     * @param most how many there may be
     * @throws IOException where they cannot be read
     * @throws ProblemException where there are more, or no room for them
     */
    static FileBytes read(InputStream in, String name, long most) throws IOException {
        try (FileChannel channel = nameless(name)) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int some = in.read(chunk); some >= 0; some = in.read(chunk)) {
                size += some;
                if (size > most) {
                    throw Opening.refused(
                            name,
                            "file-too-large",
                            "more than " + most + " bytes come through the pipe, and no ONNX file has more",
                            "keep large weights in a file beside the model, or save what comes and name the file");
                }
                write(ByteBuffer.wrap(chunk, 0, some), channel, name);
            }
            return map(channel, name);
        }
    }

    private static FileChannel nameless(String name) {
        try {
            Path file = Files.createTempFile("archmeter-", ".onnx");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                Files.delete(file);
            } catch (IOException open) {
                // Where an open file cannot be deleted, the end of the program does it.
                file.toFile().deleteOnExit();
            }
            return channel;
        } catch (IOException full) {
            throw noRoom(name, full);
        }
    }

    private static void write(ByteBuffer bytes, FileChannel channel, String name) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            throw noRoom(name, full);
        }
    }

    private static FileBytes map(FileChannel channel, String name) {
        try {
            return FileBytes.map(channel);
        } catch (IOException full) {
            throw noRoom(name, full);
        }
    }

    /** Apart from {@link #read}, because a test cannot fill a disk. */
    static ProblemException noRoom(String name, IOException reason) {
        return Opening.refused(
                name,
                "no-room",
                "what comes through the pipe cannot be kept in a temporary file: " + reason.getMessage(),
                "make room in " + System.getProperty("java.io.tmpdir") + ", or save what comes and name the file");
    }
}
