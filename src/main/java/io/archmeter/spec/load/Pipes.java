package io.archmeter.spec.load;

import io.archmeter.onnx.file.Beginning;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilesRead;
import io.archmeter.source.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Specs and ONNX files that come through pipes: {@code -}, {@code /dev/stdin}, and {@code /dev/fd/63}, as a shell writes {@code <(…)}. A pipe can be read
 * once only, so what was read is kept.
 */
final class Pipes {
    private static final String STANDARD_INPUT = "-";

    /** Where POSIX systems have the streams of a process. */
    private static final String STREAMS = "/dev/";

    private final InputStream standardInput;
    private final Optional<PipeFormat> format;
    private final Map<String, Content> read = new HashMap<>();

    /** What came through one. */
    sealed interface Content {
        /** The text of a spec. */
        record Spec(TextFile text) implements Content {}

        /** An ONNX file. */
        record Onnx(ModelFile file) implements Content {}
    }

    /** @param format of what comes, as somebody says; empty where its beginning has to tell */
    Pipes(InputStream standardInput, Optional<PipeFormat> format) {
        this.standardInput = standardInput;
        this.format = format;
    }

    /** Whether a name is that of a pipe. */
    static boolean has(String name) {
        return name.equals(STANDARD_INPUT) || name.startsWith(STREAMS);
    }

    /**
     * What came through the one with a name.
     *
     * @throws ProblemException where nothing can be read, or no spec and no ONNX file was
     */
    Content content(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private Content read(String name) {
        FilesRead.add(Path.of(name.equals(STANDARD_INPUT) ? STREAMS + "stdin" : name));
        try (InputStream in = name.equals(STANDARD_INPUT) ? standardInput : Files.newInputStream(Path.of(name))) {
            byte[] beginning = in.readNBytes(Beginning.BYTES);
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(beginning), in);
            PipeFormat found = format.orElseGet(() -> PipeFormat.of(beginning));
            return switch (found) {
                case ONNX -> new Content.Onnx(ModelFile.read(all, name));
                case YAML -> new Content.Spec(text(all, name, TextFile.Format.YAML));
                case JSON -> new Content.Spec(text(all, name, TextFile.Format.JSON));
            };
        } catch (IOException unreadable) {
            throw new ProblemException(Problem.at(
                    Span.of(name),
                    "unreadable-file",
                    "nothing can be read from this: " + unreadable.getMessage(),
                    "write a spec or an ONNX file to it, or name a file"));
        }
    }

    private static TextFile text(InputStream in, String name, TextFile.Format format) throws IOException {
        TextFile.Bound bound = TextFile.Bound.OF_SPECS;
        return TextFile.of(name, in.readNBytes(bound.bytes() + 1), format, bound);
    }
}
