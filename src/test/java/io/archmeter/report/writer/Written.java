package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalInt;

/** Documents as they are written. */
public final class Written {
    private Written() {}

    public static String as(Format format, Document document) {
        return as(format, document, Page.ENDLESS);
    }

    public static String text(Document document, int width) {
        return as(Format.TEXT, document, new Page(Glyphs.UNICODE, OptionalInt.of(width)));
    }

    public static String ascii(Document document) {
        return as(Format.TEXT, document, new Page(Glyphs.ASCII, OptionalInt.empty()));
    }

    /** CSV for a spreadsheet. */
    public static String spreadsheet(Document document) {
        return as(Format.CSV, document, Page.ENDLESS.inSpreadsheet());
    }

    public static String as(Format format, Document document, Page page) {
        StringWriter out = new StringWriter();
        try {
            DocumentWriter.of(format, page).write(document, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
