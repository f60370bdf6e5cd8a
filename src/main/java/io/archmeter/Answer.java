package io.archmeter;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command answers, to be written in any of its formats: the same bytes as {@code -o FILE} of the command writes. {@link Answers} has
 * them.
 *
 * @since 0.2.0
 */
public abstract sealed class Answer permits DocumentAnswer, CheckAnswer {
    Answer() {}

    /**
     * The answer as a text.
     *
     * @throws ProblemException where there is no such format of this answer
     * @throws IllegalArgumentException where the format is no text: {@link AnswerFormat#XLSX}
     */
    public final String text(AnswerFormat format) {
        StringWriter text = new StringWriter();
        try {
            write(format, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text takes all that is written", impossible);
        }
        return text.toString();
    }

    /**
     * Writes the answer as a text to its end, and leaves the writer open.
     *
     * @throws ProblemException where there is no such format of this answer; nothing is written then
     * @throws IOException as the writer throws it
     * @throws IllegalArgumentException where the format is no text: {@link AnswerFormat#XLSX}
     */
    public abstract void write(AnswerFormat format, Writer out) throws IOException;

    /**
     * Writes the answer to its end, a text in UTF-8, and leaves the stream open.
     *
     * @throws ProblemException where there is no such format of this answer; nothing is written then
     * @throws IOException as the stream throws it
     */
    public final void write(AnswerFormat format, OutputStream out) throws IOException {
        if (format == AnswerFormat.XLSX) {
            writeWorkbook(out);
            return;
        }
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
        write(format, text);
        text.flush();
    }

    /**
     * Writes the answer to a file, in the format of its ending.
     *
     * @throws ProblemException where the ending tells no format, or there is no such format of this answer; the file is as before then
     * @throws IOException where the file cannot be written
     */
    public final void write(Path file) throws IOException {
        AnswerFormat format = formatOf(file.toString())
                .orElseThrow(() -> new ProblemException(Problem.at(
                        Span.of(file.toString()),
                        "unknown-format",
                        "the ending of the name tells no format",
                        "let it end in .txt, .csv, .json, .md, .html, .svg or .xlsx, or name the format")));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        write(format, whole);
        Files.write(file, whole.toByteArray());
    }

    abstract void writeWorkbook(OutputStream out) throws IOException;

    abstract Optional<AnswerFormat> formatOf(String file);

    /** What is wrong where an answer has no such format. */
    static ProblemException unknown(AnswerFormat format, String remedy) {
        return new ProblemException(Problem.at(
                Span.of(format.toString()), "unknown-format", "this answer cannot be written as " + format, remedy));
    }
}
