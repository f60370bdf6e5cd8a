package io.archmeter.report.answer;

import io.archmeter.problem.ProblemException;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.text.Page;
import io.archmeter.report.writer.DocumentWriter;
import io.archmeter.report.writer.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Optional;

/**
 * Writes answers in one format.
 *
 * @param picture which one is drawn where a format draws one; empty for the first
 * @param page what a text is written on
 */
public record AnswerWriter(Format format, Optional<String> picture, Page page) {
    /** Whether what is written is a text, and no bytes. */
    public boolean isText() {
        return format != Format.XLSX;
    }

    /**
     * Makes what is to be shown, so that who writes it begins nothing that cannot be ended.
     *
     * @throws ProblemException where a picture or a trace is asked for that the answer does not have
     */
    public Document shown(Documents answer) {
        Document document = answer.in(format).get(0).document();
        return switch (format) {
            case SVG -> ChosenPicture.in(document, picture);
            case MERMAID, DOT -> ChosenPicture.ofNetwork(document);
            case TRACE -> Traceable.required(document);
            default -> document;
        };
    }

    /**
     * Writes what {@link #shown} has made to its end, and leaves the writer open.
     *
     * @throws IOException as the writer throws it
     * @throws IllegalArgumentException where the format is no text
     */
    public void write(Document shown, Writer out) throws IOException {
        DocumentWriter.of(format, page).write(shown, out);
    }

    /**
     * Writes an answer as a workbook to its end, and leaves the stream open.
     *
     * @throws ProblemException where a sheet has no room for all rows; nothing is written then
     * @throws IOException as the stream throws it
     */
    public void writeWorkbook(Documents answer, OutputStream out) throws IOException {
        new WorkbookWriter(page.explained()).write(answer.in(format), out);
    }
}
