package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.text.Page;
import java.io.IOException;
import java.io.Writer;

/** Writes documents as texts in one format; knows the types of cells, and no column. */
public interface DocumentWriter {
    /**
     * The writer of a format.
     *
     * @param page how much room a text has, whether it has notes, and what opens a file of values
     * @throws IllegalArgumentException where the format is no text: a {@link WorkbookWriter} writes bytes
     */
    static DocumentWriter of(Format format, Page page) {
        return switch (format) {
            case TEXT -> new TextWriter(page);
            case CSV -> new CsvWriter(page.forSpreadsheet());
            case JSON -> new JsonWriter();
            case MARKDOWN -> new MarkdownWriter(page.explained());
            case HTML -> new HtmlWriter(page.explained());
            case SVG -> new SvgWriter();
            case MERMAID -> new MermaidWriter();
            case DOT -> new DotWriter();
            case XLSX -> throw new IllegalArgumentException(format + " is no text");
            case TRACE -> new TraceWriter();
        };
    }

    /**
     * Writes a document to its end, and leaves the writer open.
     *
     * @throws IOException as the writer throws it
     */
    void write(Document document, Writer out) throws IOException;
}
