package io.archmeter.report;

import io.archmeter.graph.Adjustable;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Table;
import java.util.List;

/** What can be said of a model from outside. */
public final class InputsDocument {
    private InputsDocument() {}

    /** @param model by which it is loaded */
    public static Document of(String model, List<Adjustable> inputs) {
        List<Measure<Adjustable>> measures = List.of(
                new Measure<>(
                        Column.text("kind", "kind"),
                        input -> new Cell.Text(input.kind().toString())),
                new Measure<>(Column.name("name", "name"), input -> new Cell.Text(input.name())),
                new Measure<>(Column.text("type", "type"), input -> new Cell.Text(input.type())),
                new Measure<>(Column.text("shape", "shape"), input -> new Cell.Text(input.shape())),
                new Measure<>(Column.text("value", "value"), input -> new Cell.Text(input.value())),
                new Measure<>(Column.text("option", "option"), input -> new Cell.Text(input.option())));
        Table table = Table.of("inputs", Measure.columns(measures), Measure.rows(measures, inputs));
        return new Document(
                "inputs",
                1,
                model + ": what can be said from outside",
                List.of(HeaderField.of("model", new Cell.Text(model))),
                table,
                List.of());
    }
}
