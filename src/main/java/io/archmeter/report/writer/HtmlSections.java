package io.archmeter.report.writer;

import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.svg.Svg;
import io.archmeter.report.text.Glyphs;
import java.util.List;

/** What stands on a page one below the other: sections with their tables, remarks and pictures. */
final class HtmlSections {
    private final Markup page;
    private final TextCells cells;
    private final HtmlContents contents;
    private final HtmlOutline outline;
    private final ShownColumns seen = new ShownColumns();

    HtmlSections(Markup page, TextCells cells, HtmlContents contents) {
        this.page = page;
        this.cells = cells;
        this.contents = contents;
        this.outline = new HtmlOutline(page);
    }

    /** What was seen of the document so far. */
    ShownColumns seen() {
        return seen;
    }

    void writePicture(Picture picture) {
        page.open("figure").attribute("id", "picture-" + picture.name()).line();
        page.element("figcaption", picture.title()).line();
        page.open("div", "scroll").line();
        Svg.inPage(picture, page);
        page.line().close().line().close().line();
    }

    /** The table that a document is about. */
    void writeDocument(Table table) {
        writeTable(table, HtmlOutline.TITLE);
    }

    /** @param name of the heading above it */
    private void writeTable(Table table, String name) {
        TextHeading heading = new TextHeading(table.heading(), Glyphs.UNICODE);
        HtmlTable rows = new HtmlTable(table, cells);
        for (Section section : table.sectionsForPeople()) {
            String line = table.hasHeadings() ? heading.of(section) : "";
            if (line.isEmpty()) {
                writeSection(table, rows, section, name);
            } else {
                page.open("section");
                contents.nameOf(section).ifPresent(link -> page.attribute("id", link));
                page.line();
                String own = outline.write(line);
                outline.below(() -> writeSection(table, rows, section, own));
                page.close().line();
            }
        }
    }

    private void writeSection(Table table, HtmlTable rows, Section section, String name) {
        if (table.showsRowsOf(section)) {
            rows.write(section, name, page, seen);
        }
        section.details().forEach(this::writeDetail);
    }

    private void writeDetail(Detail detail) {
        if (detail instanceof Detail.Listing listing) {
            String name = outline.write(listing.caption());
            outline.below(() -> writeTable(listing.table(), name));
        } else if (detail instanceof Detail.Drawn drawn) {
            writePicture(drawn.picture());
        } else if (detail instanceof Detail.Remark remark) {
            HtmlRemark.write(remark, page);
        }
    }

    /** What has come out, in words. */
    void writeRemarks(Document document) {
        document.remarks().forEach(remark -> HtmlRemark.write(remark, page));
    }

    /** What stands below the table. */
    void writeLast(Document document) {
        List<HeaderField> facts = document.facts(HeaderField.Place.BELOW_TABLE);
        if (!facts.isEmpty()) {
            page.open("dl", "below").line();
            for (HeaderField fact : facts) {
                page.element("dt", fact.label())
                        .element("dd", cells.textOf(fact.value()))
                        .line();
            }
            page.close().line();
        }
        document.about().forEach(fact -> seen.add(fact.key()));
    }
}
