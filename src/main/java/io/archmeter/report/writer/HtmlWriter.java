package io.archmeter.report.writer;

import io.archmeter.report.document.Card;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.svg.Svg;
import io.archmeter.report.text.Glyphs;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A page that a browser shows: one file that asks nobody for anything. It has all that people see in a text, the pictures, and
 * tables that are sorted and searched by a touch; without its script it is whole too.
 */
final class HtmlWriter implements DocumentWriter {
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
        writeHeader(document, page);
        page.open("main").line();
        HtmlTiles.write(document, cells, page);
        document.pictures().forEach(picture -> writePicture(picture, page));
        ShownColumns seen = new ShownColumns();
        writeTable(document.table(), page, seen);
        writeLast(document, seen, page);
        page.close().line();
        writeCards(document.cards(), page, seen);
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
        page.open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1")
                .closeEmpty()
                .line();
        page.open("meta")
                .attribute("name", "color-scheme")
                .attribute("content", "light dark")
                .closeEmpty()
                .line();
        page.element("title", HtmlText.of(document.title())).line();
        PageResource.PICTURE_STYLE.writeTo(page);
        PageResource.PAGE_STYLE.writeTo(page);
        page.close().line();
    }

    private void writeHeader(Document document, Markup page) {
        page.open("header").line();
        page.element("h1", HtmlText.of(document.title())).line();
        page.open("p", "about");
        String separator = "";
        for (HeaderField fact : document.facts(HeaderField.Place.ABOVE_TABLE)) {
            String label = fact.label().isEmpty() ? "" : fact.label() + " ";
            page.text(separator + label + cells.textOf(fact.value()));
            separator = " · ";
        }
        page.close().line().close().line();
    }

    private static void writePicture(Picture picture, Markup page) {
        page.open("figure")
                .attribute("id", "picture-" + HtmlText.of(picture.name()))
                .line();
        page.element("figcaption", HtmlText.of(picture.title())).line();
        page.open("div", "scroll").attribute("tabindex", "0").line();
        Svg.inPage(picture, page);
        page.line().close().line().close().line();
    }

    private void writeTable(Table table, Markup page, ShownColumns seen) {
        TextHeading heading = new TextHeading(table.heading(), Glyphs.UNICODE);
        for (Section section : table.sectionsForPeople()) {
            page.open("section").line();
            String line = table.hasHeadings() ? heading.of(section) : "";
            if (!line.isEmpty()) {
                page.element("h2", line).line();
            }
            if (table.showsRowsOf(section)) {
                new HtmlTable(table, cells).write(section, page, seen);
            }
            section.details().forEach(detail -> writeDetail(detail, page, seen));
            page.close().line();
        }
    }

    private void writeDetail(Detail detail, Markup page, ShownColumns seen) {
        if (detail instanceof Detail.Listing listing) {
            page.element("h3", HtmlText.of(listing.caption())).line();
            writeTable(listing.table(), page, seen);
        } else if (detail instanceof Detail.Drawn drawn) {
            writePicture(drawn.picture(), page);
        } else if (detail instanceof Detail.Remark remark) {
            page.open("div", HtmlTable.classOf(remark.tone())).element("p", HtmlText.of(remark.caption()));
            if (!remark.lines().isEmpty()) {
                page.open("ul");
                remark.lines().forEach(line -> page.element("li", HtmlText.of(line)));
                page.close();
            }
            page.close().line();
        }
    }

    private void writeLast(Document document, ShownColumns seen, Markup page) {
        for (HeaderField fact : document.facts(HeaderField.Place.BELOW_TABLE)) {
            page.element("p", fact.label() + " " + cells.textOf(fact.value())).line();
        }
        document.about().forEach(fact -> seen.add(fact.key()));
        document.remarks().forEach(remark -> writeDetail(remark, page, seen));
        List<Note> notes = document.notes().stream()
                .filter(note -> explained && note.explains(seen.keys()))
                .toList();
        if (!notes.isEmpty()) {
            page.open("section", "notes").element("h2", "What the words mean").open("ul");
            notes.forEach(note -> page.element("li", HtmlText.of(note.text())));
            page.close().close().line();
        }
    }

    private void writeCards(List<Card> cards, Markup page, ShownColumns seen) {
        if (cards.isEmpty()) {
            return;
        }
        page.open("aside", "panel")
                .attribute("hidden", "hidden")
                .attribute("aria-live", "polite")
                .line();
        for (Card card : cards) {
            page.open("article", "card")
                    .attribute("data-of", card.of())
                    .attribute("hidden", "hidden")
                    .line();
            page.element("h2", HtmlText.of(card.of())).line();
            card.details().forEach(detail -> writeDetail(detail, page, seen));
            page.close().line();
        }
        page.close().line();
    }
}
