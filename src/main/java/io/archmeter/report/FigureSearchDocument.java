package io.archmeter.report;

import io.archmeter.convention.reconcile.FigureSearch;
import io.archmeter.convention.reconcile.Finding;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Table;
import java.util.List;

/** The conventions that give a figure, or come nearest to it. */
public final class FigureSearchDocument {
    private static final List<Measure<Finding>> MEASURES = List.of(
            new Measure<>(
                    Column.name("convention", "convention"),
                    found -> new Cell.Text(found.convention().name())),
            new Measure<>(
                    Column.name("model", "model"),
                    found -> new Cell.Text(found.setup().model())),
            new Measure<>(
                    Column.text("input", "input"),
                    found -> new Cell.OneShape(found.setup().input())),
            new Measure<>(
                    Column.text("heads", "heads"),
                    found -> new Cell.Flag(found.setup().heads(), found.setup().heads() ? "with heads" : "")),
            new Measure<>(Column.number("total", "total"), found -> new Cell.ExactCount(found.total())),
            new Measure<>(
                    Column.number("multiply_add", "multiply-add"),
                    found -> new Cell.Count(found.convention().unit().multiplyAdd())));

    private FigureSearchDocument() {}

    /** What was found for a model. */
    public static Document of(String model, FigureSearch search) {
        boolean any = !search.found().isEmpty();
        List<Finding> shown = any ? search.found() : search.nearest();
        String figure = search.figure().text();
        String title = any
                ? model + ": " + figure + " is printed by"
                : model + ": no convention gives " + figure + "; these come nearest";
        List<HeaderField> about = List.of(
                HeaderField.of("model", new Cell.Text(model)),
                HeaderField.of("figure", new Cell.Text(figure)),
                HeaderField.of("found", new Cell.Flag(any, any ? "found" : "not found")));
        return new Document(
                "figure",
                1,
                title,
                about,
                Table.of("findings", Measure.columns(MEASURES), Measure.rows(MEASURES, shown)),
                List.of());
    }
}
