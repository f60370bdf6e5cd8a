package io.archmeter;

import io.archmeter.report.answer.AnswerWriter;
import io.archmeter.report.answer.Documents;
import io.archmeter.report.document.Format;
import io.archmeter.report.text.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Optional;

/** An answer that is written as documents are. */
final class DocumentAnswer extends Answer {
    private final Documents documents;

    DocumentAnswer(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void write(AnswerFormat format, Writer out) throws IOException {
        AnswerWriter writer = writer(format);
        if (!writer.isText()) {
            throw new IllegalArgumentException(format + " is no text");
        }
        writer.write(writer.shown(documents), out);
    }

    @Override
    void writeWorkbook(OutputStream out) throws IOException {
        writer(AnswerFormat.XLSX).writeWorkbook(documents, out);
    }

    @Override
    Optional<AnswerFormat> formatOf(String file) {
        return AnswerFormat.ofFile(file);
    }

    private static AnswerWriter writer(AnswerFormat format) {
        Format written = switch (format) {
            case TEXT -> Format.TEXT;
            case CSV -> Format.CSV;
            case JSON -> Format.JSON;
            case MARKDOWN -> Format.MARKDOWN;
            case HTML -> Format.HTML;
            case SVG -> Format.SVG;
            case XLSX -> Format.XLSX;
            case MERMAID -> Format.MERMAID;
            case DOT -> Format.DOT;
            case TRACE -> Format.TRACE;
            case JUNIT, SARIF, GITHUB -> throw unknown(format, "what comes of a check can be: use another format");
        };
        return new AnswerWriter(written, Optional.empty(), Page.ENDLESS);
    }
}
