package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.text.Glyphs;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A page that a browser shows: one file that asks nobody for anything. It has all that people see in a text, the pictures, and
 * tables that are sorted and searched by a touch; without its script it is whole too.
 */
final class HtmlWriter implements DocumentWriter {
    /** The name of what begins after the header, to which a keyboard can skip. */
    private static final String CONTENT = "content";

    private final TextCells cells = new TextCells(Glyphs.UNICODE);
    private final boolean explained;

    /** @param explained whether notes say what words mean */
    HtmlWriter(boolean explained) {
        this.explained = explained;
    }

    @Override
    public void write(Document document, Writer out) throws IOException {
        Markup page = new Markup();
        page.open("html").attribute("lang", "en").line();
        writeHead(document, page);
        page.open("body").line();
        page.open("a", "skip")
                .attribute("href", "#" + CONTENT)
                .text("to the content")
                .close()
                .line();
        HtmlContents contents = HtmlContents.of(document);
        writeHeader(document, contents, page);
        HtmlSections sections = new HtmlSections(page, cells, contents);
        writeMain(document, sections, page);
        new HtmlCards(document.cards(), cells).write(page);
        page.element(
                        "footer",
                        "Made by Archmeter. This file asks nobody for anything: it can be kept, sent, and opened offline.")
                .line();
        PageResource.writeScripts(page);
        page.close().line().close().line();
        out.write("<!DOCTYPE html>\n");
        out.write(page.finished());
        out.flush();
    }

    private static void writeHead(Document document, Markup page) {
        page.open("head").line();
        page.open("meta").attribute("charset", "utf-8").closeEmpty().line();
        page.open("meta")
                .attribute("http-equiv", "Content-Security-Policy")
                .attribute("content", PageResource.policy())
                .closeEmpty()
                .line();
        writeMeta(page, "viewport", "width=device-width, initial-scale=1");
        writeMeta(page, "color-scheme", "light dark");
        page.element("title", document.title()).line();
        PageResource.writeStyles(page);
        page.close().line();
    }

    private static void writeMeta(Markup page, String name, String content) {
        page.open("meta")
                .attribute("name", name)
                .attribute("content", content)
                .closeEmpty()
                .line();
    }

    private void writeHeader(Document document, HtmlContents contents, Markup page) {
        page.open("header").line();
        page.open("h1")
                .attribute("id", HtmlOutline.TITLE)
                .text(document.title())
                .close()
                .line();
        List<HeaderField> facts = document.facts(HeaderField.Place.ABOVE_TABLE);
        if (!facts.isEmpty()) {
            page.open("ul", "facts");
            facts.forEach(fact -> writeFact(fact, page));
            page.close().line();
        }
        contents.writeTo(page);
        page.close().line();
    }

    private void writeFact(HeaderField fact, Markup page) {
        page.open("li");
        if (!fact.label().isEmpty()) {
            page.open("span", "label").text(fact.label()).close().text(" ");
        }
        page.text(cells.textOf(fact.value())).close();
    }

    /** What has come out stands first, and not last as on a terminal, where the end is what one sees. */
    private void writeMain(Document document, HtmlSections sections, Markup page) {
        page.open("main").attribute("id", CONTENT).attribute("tabindex", "-1").line();
        sections.writeRemarks(document);
        HtmlTiles.write(document, cells, page);
        document.pictures().forEach(sections::writePicture);
        sections.writeDocument(document.table());
        sections.writeLast(document);
        if (explained) {
            HtmlNotes.write(document.notes(), sections.seen(), page);
        }
        page.close().line();
    }
}
