package io.archmeter.report;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Table;
import java.util.List;

/** The models and studies that come with the tool. */
public final class ListDocument {
    /**
     * One of them.
     *
     * @param name by which it is loaded
     * @param file where it is written
     * @param title one line about it
     */
    public record Entry(String name, String file, String title) {}

    private ListDocument() {}

    /** The models in the order in which they come. */
    public static Document of(List<Entry> models) {
        List<Measure<Entry>> measures = List.of(
                new Measure<>(Column.text("name", "name"), model -> new Cell.Text(model.name())),
                new Measure<>(Column.text("file", "file").leaving(1), model -> new Cell.Text(model.file())),
                new Measure<>(Column.name("title", "title"), model -> new Cell.Text(model.title())));
        Table table = Table.of("models", Measure.columns(measures), Measure.rows(measures, models));
        return new Document("list", 1, "the models and studies that come with Archmeter", List.of(), table, List.of());
    }
}
