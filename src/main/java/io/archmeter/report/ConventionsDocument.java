package io.archmeter.report;

import io.archmeter.convention.Convention;
import io.archmeter.convention.Price;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;

/** The conventions that there are, or the prices of one. */
public final class ConventionsDocument {
    private static final String OTHERS = "all others";

    /** One kind of work of an operator. */
    private record Priced(String operator, Price price) {}

    private ConventionsDocument() {}

    /** Several, a line each. */
    public static Document of(List<Convention> conventions) {
        List<Measure<Convention>> measures = List.of(
                new Measure<>(Column.text("convention", "convention"), each -> new Cell.Text(each.name())),
                new Measure<>(
                        Column.number("multiply_add", "multiply-add"),
                        each -> new Cell.Count(each.unit().multiplyAdd())),
                new Measure<>(Column.text("version", "version").leaving(1), each -> text(each.version())),
                new Measure<>(Column.phrase("source", "source").leaving(2), each -> text(each.source())),
                new Measure<>(Column.phrase("title", "title"), each -> text(each.title())));
        Table table = Table.of("conventions", Measure.columns(measures), Measure.rows(measures, conventions));
        List<Note> notes = List.of(
                Note.of(
                        "multiply-add: what one is in the figures of the convention; 0 where it counts elements of tensors",
                        "multiply_add"),
                Note.of(
                        "'archmeter conventions NAME' shows what each operator costs in one, and its source",
                        "convention"));
        return new Document("conventions", 1, "as whom the work of a network can be counted", List.of(), table, notes);
    }

    /** What each operator costs in one. */
    public static Document of(Convention convention) {
        List<Priced> prices = new ArrayList<>();
        convention
                .operators()
                .forEach((operator, each) -> each.forEach(price -> prices.add(new Priced(operator, price))));
        convention.others().ifPresent(each -> each.forEach(price -> prices.add(new Priced(OTHERS, price))));
        List<Measure<Priced>> measures = List.of(
                new Measure<>(Column.name("operator", "operator"), each -> new Cell.Text(each.operator())),
                new Measure<>(
                        Column.text("work", "work"),
                        each -> new Cell.Text(each.price().kind().toString())),
                new Measure<>(
                        Column.text("price", "price"),
                        each -> new Cell.Text(each.price().text())),
                new Measure<>(
                        Column.phrase("name", "name"), each -> text(each.price().name())));
        List<HeaderField> about = List.of(
                HeaderField.of("convention", new Cell.Text(convention.name())),
                HeaderField.of("title", text(convention.title())),
                HeaderField.above("version", "version", text(convention.version())),
                HeaderField.above(
                        "multiply_add",
                        "multiply-add",
                        new Cell.Count(convention.unit().multiplyAdd())),
                HeaderField.below("source", "source:", text(convention.source())));
        return new Document(
                "convention",
                1,
                Facts.title(convention.name(), convention.title()),
                about,
                Table.of("prices", Measure.columns(measures), Measure.rows(measures, prices)),
                Facts.said(convention.notes()));
    }

    private static Cell text(String text) {
        return text.isEmpty() ? Cell.EMPTY : new Cell.Text(text);
    }
}
