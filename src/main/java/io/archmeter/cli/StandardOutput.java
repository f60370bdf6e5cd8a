package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/** Answers on standard output. */
final class StandardOutput {
    private static final int BUFFER = 1 << 16;

    private StandardOutput() {}

    static void write(Console console, Charset charset, Content content) {
        writeBytes(console, bytes -> {
            // Not closed: the stream belongs to the process.
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, charset), BUFFER);
            content.writeTo(out);
            out.flush();
        });
    }

    static void writeBytes(Console console, BinaryContent content) {
        try {
            content.writeTo(console.out());
        } catch (IOException failure) {
            if (console.out() instanceof FileOutputStream file && isFile(file)) {
                throw new ProblemException(Problem.at(
                        Span.of("standard output"),
                        "cannot-write",
                        "the answer could not be written: " + failure.getMessage(),
                        "make room on the disk, or write to another file"));
            }
            // A reader such as head has what it wants and has closed the pipe: nothing went wrong.
        }
    }

    /**
     * Whether a stream goes to a file or a device, and not into a pipe. The message of the failure would not tell: it is in the
     * language of the machine.
     */
    private static boolean isFile(FileOutputStream stream) {
        try {
            stream.getChannel().position();
            return true;
        } catch (IOException pipe) {
            return false;
        }
    }
}
