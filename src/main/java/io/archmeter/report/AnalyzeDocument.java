package io.archmeter.report;

import io.archmeter.analysis.Cost;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Fact;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each layer of a model costs. */
public final class AnalyzeDocument {
    private AnalyzeDocument() {}

    /** For a format that has no place for what holds for all layers together. */
    public static Document of(CostReport report, Ranking ranking) {
        return new Document("analyze", 1, Facts.title(report), Facts.of(report), table(report, ranking), List.of());
    }

    /** With what they need of memory at once. */
    public static Document of(CostReport report, MemoryPlan memory, Ranking ranking) {
        List<Fact> about = new ArrayList<>(Facts.of(report));
        about.addAll(Facts.of(memory));
        return new Document("analyze", 1, Facts.title(report), about, table(report, ranking), notes());
    }

    /** With all figures of memory beside, for programs. */
    public static Document of(CostReport report, MemoryPlan plan, MemoryReport memory, Ranking ranking) {
        List<Fact> about = new ArrayList<>(Facts.of(report));
        about.addAll(Facts.of(plan));
        about.add(Fact.of("optimizer", new Cell.Text(memory.optimizer().toString())));
        about.add(Fact.of("memory", MemoryMembers.figures(memory)));
        ranking.by().ifPresent(quantity -> about.add(Fact.of("sorted_by", new Cell.Text(quantity.toString()))));
        return new Document("analyze", 1, Facts.title(report), about, table(report, ranking), notes());
    }

    private static Table table(CostReport report, Ranking ranking) {
        Cost total = report.total();
        List<Row> rows = new ArrayList<>();
        List<LayerCost> shown = ranking.shown(report.layers());
        for (LayerCost layer : shown) {
            rows.add(layerRow(layer, total));
        }
        int more = report.layers().size() - shown.size();
        if (more > 0) {
            rows.add(row(new Cell.Text(more(more)), ranking.rest(report.layers()), total, Cell.EMPTY));
        }
        return Table.of("layers", columns(total), Section.of(Row.NONE, rows).with(totals(report)));
    }

    /** Buffers have a column for people only where there are any; most models have none. */
    private static List<Column> columns(Cost total) {
        Column buffers = Quantity.BUFFERS.column().leaving(2);
        return List.of(
                Column.name("layer", "layer"),
                Column.text("operator", "operator").leaving(6),
                Column.text("attributes", "attributes").only(Format.JSON),
                Column.text("inputs", "inputs").leaving(1),
                Column.text("output", "output"),
                Quantity.PARAMETERS.column(),
                total.buffers() == 0 ? buffers.except(Format.TEXT, Format.MARKDOWN) : buffers,
                Quantity.MULTIPLY_ADDS.column(),
                Quantity.EFFECTIVE_MULTIPLY_ADDS.column().leaving(3),
                Column.number("share", "share")
                        .only(Format.TEXT, Format.MARKDOWN)
                        .leaving(5),
                Quantity.OUTPUT_BYTES.column(),
                Column.number("weight_bytes", "weight memory").only(Format.JSON),
                Column.text("receptive_field", "receptive field").leaving(4),
                Column.text("others", "other operations").only(Format.JSON));
    }

    private static Row layerRow(LayerCost layer, Cost total) {
        return row(
                Facts.name(layer),
                new Cell.Text(layer.operator()),
                layer.op().<Cell>map(Cell.Attributes::new).orElse(Cell.EMPTY),
                new Cell.Shapes(layer.inputs()),
                new Cell.OneShape(layer.output()),
                layer.cost(),
                total,
                new Cell.Field(layer.receptiveField()));
    }

    /** Several layers together have no operator, attributes and shapes. */
    private static Row row(Cell name, Cost cost, Cost total, Cell field) {
        return row(name, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, cost, total, field);
    }

    private static Row row(
            Cell name, Cell operator, Cell attributes, Cell inputs, Cell output, Cost cost, Cost total, Cell field) {
        return Row.of(
                name,
                operator,
                attributes,
                inputs,
                output,
                Quantity.PARAMETERS.cell(cost),
                Quantity.BUFFERS.cell(cost),
                Quantity.MULTIPLY_ADDS.cell(cost),
                Quantity.EFFECTIVE_MULTIPLY_ADDS.cell(cost),
                Cell.Percent.of(cost.multiplyAdds(), total.multiplyAdds()),
                Quantity.OUTPUT_BYTES.cell(cost),
                new Cell.Bytes(cost.weightBytes()),
                field,
                Facts.others(cost.others()));
    }

    private static Row totals(CostReport report) {
        Optional<ReceptiveField> field = report.receptiveField();
        return row(new Cell.Text("total"), report.total(), report.total(), new Cell.Field(field));
    }

    private static String more(int layers) {
        return "(" + layers + " more " + (layers == 1 ? "layer)" : "layers)");
    }

    private static List<String> notes() {
        List<String> notes = new ArrayList<>(Facts.NOTES);
        notes.add(Facts.PEAK_NOTE);
        notes.add(Facts.ARENA_NOTE);
        notes.add("share: of all multiply-adds");
        notes.add("receptive field: what one element of the output sees of the input, /stride");
        return notes;
    }
}
