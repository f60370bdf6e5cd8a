package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.svg.Svg;
import java.io.IOException;
import java.io.Writer;

/** The first picture of a document, alone: for papers and READMEs. */
final class SvgWriter implements DocumentWriter {
    /** @throws IllegalArgumentException where the document has no picture */
    @Override
    public void write(Document document, Writer out) throws IOException {
        if (document.pictures().isEmpty()) {
            throw new IllegalArgumentException(document.kind() + " has no picture");
        }
        out.write(Svg.alone(document.pictures().get(0)));
        out.flush();
    }
}
