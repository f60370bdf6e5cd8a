package io.archmeter.report.writer;

import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import java.util.List;

/** Where the sections of a page are, if there are so many that one looks for them. */
final class HtmlContents {
    /** As many as a screen has are found without. */
    private static final int FEW = 2;

    private HtmlContents() {}

    /** What a section is called in an address. */
    static String place(int section) {
        return "section-" + section;
    }

    static void write(Table table, TextCells cells, Markup page) {
        List<Section> sections = table.sectionsForPeople();
        if (!table.hasHeadings() || sections.size() <= FEW) {
            return;
        }
        page.open("nav", "contents")
                .attribute("aria-label", "contents")
                .open("ul")
                .line();
        for (int section = 0; section < sections.size(); section++) {
            page.open("li")
                    .open("a")
                    .attribute("href", "#" + place(section))
                    .text(cells.textOf(sections.get(section).heading().cell(0)))
                    .close()
                    .close()
                    .line();
        }
        page.close().close().line();
    }
}
