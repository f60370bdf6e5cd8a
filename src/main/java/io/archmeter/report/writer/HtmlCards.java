package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.svg.Svg;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.PlainText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cards of a page, in as few characters as they can be: there are hundreds. A table of names is a list, and a name that has a card leads
 * there. Blocks of a network are much alike, so that what several cards say stands in the first of them, and the others refer to it.
 */
final class HtmlCards {
    /** What is shorter than this is as short as a reference to it. */
    private static final int WORTHWHILE = 80;

    private final TextCells cells;
    private final List<Card> cards;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    HtmlCards(List<Card> cards, TextCells cells) {
        this.cards = cards;
        this.cells = cells;
        cards.forEach(card -> known.add(PlainText.of(card.of())));
    }

    void write(Markup page) {
        if (cards.isEmpty()) {
            return;
        }
        List<List<Markup>> written = cards.stream()
                .map(card -> card.details().stream().map(this::written).toList())
                .toList();
        written.forEach(details -> details.forEach(detail -> occurrences.merge(detail.finished(), 1, Math::addExact)));
        page.open("aside", "panel")
                .attribute("hidden", "hidden")
                .attribute("aria-label", "details")
                .line();
        for (int card = 0; card < cards.size(); card++) {
            String name = PlainText.of(cards.get(card).of());
            page.open("article", "card").attribute("data-of", name).element("h2", name);
            written.get(card).forEach(detail -> refer(detail, page));
            page.close().line();
        }
        page.close().line();
    }

    /** Writes a detail, or where it stands already. */
    private void refer(Markup detail, Markup page) {
        String text = detail.finished();
        if (text.length() < WORTHWHILE || occurrences.get(text) == 1) {
            page.add(detail);
        } else if (numbers.containsKey(text)) {
            page.open("div").attribute("data-like", numbers.get(text)).close();
        } else {
            numbers.put(text, numbers.size());
            page.open("div")
                    .attribute("data-first", numbers.get(text))
                    .add(detail)
                    .close();
        }
    }

    private Markup written(Detail detail) {
        Markup page = new Markup();
        write(detail, page);
        return page;
    }

    private void write(Detail detail, Markup page) {
        if (!detail.caption().isEmpty() && !(detail instanceof Detail.Listing listing && hasRows(listing.table()))) {
            page.element("h3", PlainText.of(detail.caption()));
        }
        if (detail instanceof Detail.Drawn drawn) {
            Svg.inPage(drawn.picture(), page);
        } else if (detail instanceof Detail.Listing listing) {
            Table table = listing.table();
            for (Section section : table.sections()) {
                String heading = new TextHeading(table.heading(), Glyphs.UNICODE).of(section);
                boolean caption = detail.caption().isEmpty() && hasRows(table);
                if (!heading.isEmpty() && !caption) {
                    page.element("p", heading);
                }
                write(table, section, caption ? heading : detail.caption(), page);
            }
        }
    }

    private void write(Table table, Section section, String caption, Markup page) {
        if (hasRows(table)) {
            writeRows(table, section, caption, page);
        } else if (table.layout() == Table.Layout.EQUATIONS) {
            new HtmlEquations(table, cells).write(section, page);
        } else {
            writeNames(table, section, page);
        }
    }

    /** Whether it is a table on the page, too, whose caption is its own. */
    private static boolean hasRows(Table table) {
        return table.layout() != Table.Layout.EQUATIONS
                && table.columns().get(0).kind() != Column.Kind.NAME;
    }

    private void writeNames(Table table, Section section, Markup page) {
        page.open("ul");
        for (Row row : section.rowsFor(Audience.PEOPLE)) {
            page.open("li");
            writeName(row, page);
            for (int column : others(table)) {
                page.text(" " + cells.textOf(row.cell(column)));
            }
            page.close();
        }
        page.close();
    }

    /** A link that is its name says no more; the script of cards reads that. */
    private void writeName(Row row, Markup page) {
        String name = HtmlTable.nameOf(row);
        String seen = PlainText.of(row.nested().map(Row.Nested::label).orElse(name));
        if (known.contains(name)) {
            page.open("button");
            if (!seen.equals(name)) {
                page.attribute("data-of", name);
            }
            page.text(seen).close();
        } else {
            page.text(seen);
        }
    }

    private static List<Integer> others(Table table) {
        List<Integer> shown = Table.shown(table.columns(), Format.HTML);
        return shown.subList(1, shown.size());
    }

    private void writeRows(Table table, Section section, String caption, Markup page) {
        List<Integer> shown = Table.shown(table.columns(), Format.HTML);
        page.open("table");
        if (!caption.isEmpty()) {
            page.element("caption", caption);
        }
        page.open("tr");
        shown.forEach(column -> page.open("th")
                .attribute("scope", "col")
                .text(table.columns().get(column).header())
                .close());
        page.close();
        for (Row row : section.rowsFor(Audience.PEOPLE)) {
            page.open("tr");
            for (int column : shown) {
                boolean number = table.columns().get(column).kind() == Column.Kind.NUMBER;
                page.open("td");
                if (number) {
                    page.attribute("class", "number");
                }
                page.text(cells.textOf(row.cell(column))).close();
            }
            page.close();
        }
        page.close();
    }
}
