package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Card;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.text.Glyphs;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlCardsTest {
    private static final Detail LONG = listing("weights" + " and more".repeat(12), Column.text("name", "name"), "w");

    @Test
    void whatSeveralCardsSayStandsInTheFirst() {
        assertThat(written(new Card("a", List.of(LONG)), new Card("b", List.of(LONG))))
                .containsOnlyOnce("weights");
        assertThat(written(new Card("a", List.of(LONG)), new Card("b", List.of(LONG))))
                .contains("<article class=\"card\" data-of=\"a\"><h2>a</h2><div data-first=\"0\">")
                .contains("<article class=\"card\" data-of=\"b\"><h2>b</h2><div data-like=\"0\"></div></article>");
    }

    @Test
    void whatOneCardSaysStandsThere() {
        assertThat(written(new Card("a", List.of(LONG)))).contains("weights").doesNotContain("data-first");
    }

    @Test
    void aNameThatHasACardLeadsThere() {
        Detail names = listing("takes", Column.name("layer", "layer"), "b");

        assertThat(written(new Card("a", List.of(names)), new Card("b", List.of())))
                .contains("<h3>takes</h3><ul><li><button>b</button></li></ul>");
        assertThat(written(new Card("a", List.of(names)))).contains("<ul><li>b</li></ul>");
    }

    @Test
    void oneWithALabelOfItsOwnSaysWhereItLeads() {
        Row row = Row.of(new Cell.Text("m.b")).nested(1, "b");
        Detail names =
                new Detail.Listing("in it", Table.of("rows", List.of(Column.name("layer", "layer")), List.of(row)));

        assertThat(written(new Card("m", List.of(names)), new Card("m.b", List.of())))
                .contains("<li><button data-of=\"m.b\">b</button></li>");
    }

    @Test
    void withoutCardsThereIsNoPanel() {
        assertThat(written()).isEmpty();
    }

    private static Detail listing(String caption, Column column, String cell) {
        return new Detail.Listing(caption, Table.of("rows", List.of(column), List.of(Row.of(new Cell.Text(cell)))));
    }

    private static String written(Card... cards) {
        Markup page = new Markup();
        new HtmlCards(List.of(cards), new TextCells(Glyphs.UNICODE)).write(page);
        return page.finished();
    }
}
