package io.archmeter.spec.load;

import io.archmeter.onnx.file.Beginning;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/** What was read of a model that lies in no folder: it came through a pipe, or out of a stream. */
sealed interface ReadModel {
    /** The text of a spec. */
    record Spec(TextFile text) implements ReadModel {}

    /** An ONNX file. */
    record Onnx(ModelFile file) implements ReadModel {}

    /**
     * Reads one to its end.
     *
     * @param name as problems show it
     * @param format as somebody says; empty where its beginning has to tell
     * @throws ProblemException where it is no text and no ONNX file, or too large
     * @throws IOException as the stream throws it
     */
    static ReadModel of(InputStream in, String name, Optional<PipeFormat> format) throws IOException {
        byte[] beginning = in.readNBytes(Beginning.BYTES);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(beginning), in);
        return switch (format.orElseGet(() -> PipeFormat.of(beginning))) {
            case ONNX -> new Onnx(ModelFile.read(all, name));
            case YAML -> new Spec(text(all, name, TextFile.Format.YAML));
            case JSON -> new Spec(text(all, name, TextFile.Format.JSON));
        };
    }

    private static TextFile text(InputStream in, String name, TextFile.Format format) throws IOException {
        TextFile.Bound bound = TextFile.Bound.OF_SPECS;
        return TextFile.of(name, in.readNBytes(bound.bytes() + 1), format, bound);
    }

    /** What is wrong where nothing can be read. */
    static ProblemException unreadable(String name, IOException reason) {
        return new ProblemException(Problem.at(
                Span.of(name),
                "unreadable-file",
                "nothing can be read from this: " + reason.getMessage(),
                "write a spec or an ONNX file to it, or name a file"));
    }
}
