package io.archmeter.report;

import java.io.IOException;
import java.io.Writer;

/** Writes documents in one format; knows the types of cells, and no column. */
interface DocumentWriter {
    void write(Document document, Writer out) throws IOException;
}
