package io.archmeter.report.writer;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.text.Glyphs;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of a page that have a heading, with their names, and links to them where there are several. */
final class HtmlContents {
    /** More than these are seen when somebody asks for them. */
    private static final int MOST_IN_SIGHT = 16;

    private final TextCells cells = new TextCells(Glyphs.UNICODE);
    private final List<Entry> entries = new ArrayList<>();

    /** By the section itself: two that are equal stand at two places. */
    private final Map<Section, String> names = new IdentityHashMap<>();

    private HtmlContents() {}

    /** A section as a line that leads to it. */
    private record Entry(String name, String words, Tone tone) {}

    static HtmlContents of(Document document) {
        HtmlContents contents = new HtmlContents();
        contents.add(document.table());
        return contents;
    }

    private void add(Table table) {
        for (Section section : table.sectionsForPeople()) {
            if (table.hasHeadings()) {
                add(section, words(table.heading(), section));
            } else {
                section.details().forEach(this::addInner);
            }
        }
    }

    private void add(Section section, String words) {
        if (!words.isEmpty()) {
            String name = "section-" + (entries.size() + 1);
            names.put(section, name);
            entries.add(new Entry(name, words, tone(section)));
        }
    }

    private void addInner(Detail detail) {
        if (detail instanceof Detail.Listing listing) {
            add(listing.table());
        }
    }

    /** The first words of its heading: what a section is called. */
    private String words(List<Column> heading, Section section) {
        return Table.shown(heading, Format.HTML).stream()
                .map(column -> cells.textOf(section.heading().cell(column)))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether there is a problem in it. */
    private static Tone tone(Section section) {
        boolean problem = section.details().stream()
                        .anyMatch(detail -> detail instanceof Detail.Remark remark && remark.tone() == Tone.PROBLEM)
                || section.rows().stream().anyMatch(row -> row.cells().stream().anyMatch(HtmlContents::isProblem));
        return problem ? Tone.PROBLEM : Tone.PLAIN;
    }

    private static boolean isProblem(Cell cell) {
        return Colours.toneOf(cell) == Tone.PROBLEM;
    }

    /** The name of a section; empty where it has no heading. */
    Optional<String> nameOf(Section section) {
        return Optional.ofNullable(names.get(section));
    }

    /** Writes the links, where there is more than one. */
    void writeTo(Markup page) {
        if (entries.size() < 2) {
            return;
        }
        page.open("nav", "contents").attribute("aria-label", "sections");
        boolean folded = entries.size() > MOST_IN_SIGHT;
        if (folded) {
            page.open("details").element("summary", entries.size() + " sections");
        }
        page.open("ul").line();
        entries.forEach(entry -> write(entry, page));
        page.close();
        if (folded) {
            page.close();
        }
        page.close().line();
    }

    private static void write(Entry entry, Markup page) {
        page.open("li").open("a");
        if (entry.tone() == Tone.PROBLEM) {
            page.attribute("class", "bad");
        }
        page.attribute("href", "#" + entry.name()).text(entry.words());
        if (entry.tone() == Tone.PROBLEM) {
            page.open("span", "unseen").text(" (with a problem)").close();
        }
        page.close().close().line();
    }
}
