package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The totals of several models side by side, each with its ratio to the first model's. */
public final class CompareDocument {
    private static final int BUFFERS_LEAVE = 1;
    private static final int INPUT_LEAVES = 2;
    private static final int LAYERS_LEAVE = 3;
    private static final int EFFECTIVE_LEAVES = 4;
    private static final int PEAK_LEAVES = 5;
    private static final int RATIOS_LEAVE = 6;

    /** One model. */
    public record Entry(CostReport costs, MemoryPlan memory) {}

    private CompareDocument() {}

    /** At least one model, all of them with the same batch, type and training. */
    public static Document of(List<Entry> models) {
        List<Measure<Entry>> measures = measures(models);
        Table table = Table.of("models", Measure.columns(measures), Measure.rows(measures, models));
        return new Document(
                "compare", 1, title(models), Facts.counting(models.get(0).costs()), table, Facts.NOTES);
    }

    private static String title(List<Entry> models) {
        String first = models.get(0).costs().model();
        return models.size() == 1 ? first : models.size() + " models, with ratios to " + first;
    }

    private static List<Measure<Entry>> measures(List<Entry> models) {
        List<Measure<Entry>> measures = new ArrayList<>();
        measures.add(new Measure<>(
                Column.name("model", "model"),
                model -> new Cell.Text(model.costs().model())));
        measures.add(new Measure<>(
                Column.text("title", "title").only(Format.JSON),
                model -> new Cell.Text(model.costs().title())));
        measures.add(new Measure<>(
                Column.text("input", "input").leaving(INPUT_LEAVES), model -> Facts.inputs(model.costs())));
        measures.add(new Measure<>(
                Column.number("layers", "layers").leaving(LAYERS_LEAVE),
                model -> new Cell.Count(model.costs().layers().size())));
        for (Quantity quantity : Quantity.values()) {
            Column column = quantity.column().leaving(leaves(quantity));
            boolean hidden = quantity == Quantity.BUFFERS && haveNoBuffers(models);
            measures.add(new Measure<>(
                    hidden ? column.except(Format.TEXT, Format.MARKDOWN) : column,
                    model -> quantity.cell(model.costs().total())));
            if (quantity != Quantity.BUFFERS && models.size() > 1) {
                measures.add(ratio(column, model -> quantity.of(model.costs().total()), models));
            }
        }
        measures.addAll(memory(models));
        measures.add(new Measure<>(
                Column.text("others", "other operations").only(Format.JSON),
                model -> Facts.others(model.costs().total().others())));
        return measures;
    }

    private static List<Measure<Entry>> memory(List<Entry> models) {
        List<Measure<Entry>> measures = new ArrayList<>();
        Column peak = Column.number("peak_bytes", "peak memory").leaving(PEAK_LEAVES);
        ToLongFunction<Entry> bytes = model -> model.memory().peak().bytes();
        measures.add(new Measure<>(peak, model -> new Cell.Bytes(bytes.applyAsLong(model))));
        if (models.size() > 1) {
            measures.add(ratio(peak, bytes, models));
        }
        measures.add(new Measure<>(
                Column.number("arena_bytes", "arena").except(Format.TEXT, Format.MARKDOWN),
                model -> new Cell.Bytes(model.memory().arenaBytes())));
        return measures;
    }

    /** How many times the first model's number, beside the column of that number. */
    private static Measure<Entry> ratio(Column column, ToLongFunction<Entry> number, List<Entry> models) {
        long first = number.applyAsLong(models.get(0));
        return new Measure<>(
                Column.number(column.key() + "_ratio", "ratio")
                        .only(Format.TEXT, Format.MARKDOWN)
                        .leaving(column.leaves() == 0 ? RATIOS_LEAVE : column.leaves()),
                model -> Cell.Ratio.of(number.applyAsLong(model), first));
    }

    private static int leaves(Quantity quantity) {
        return switch (quantity) {
            case BUFFERS -> BUFFERS_LEAVE;
            case EFFECTIVE_MULTIPLY_ADDS -> EFFECTIVE_LEAVES;
            default -> 0;
        };
    }

    private static boolean haveNoBuffers(List<Entry> models) {
        return models.stream().allMatch(model -> model.costs().total().buffers() == 0);
    }
}
