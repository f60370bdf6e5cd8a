package io.archmeter.report;

import io.archmeter.accuracy.Accuracy;
import io.archmeter.analysis.CostReport;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The totals of several models side by side, each with its ratio to the first model's. */
public final class CompareDocument {
    private static final int BUFFERS_LEAVE = 1;
    private static final int INPUT_LEAVES = 2;
    private static final int LAYERS_LEAVE = 3;
    private static final int EFFECTIVE_LEAVES = 4;
    private static final int PEAK_LEAVES = 5;
    private static final int RATIOS_LEAVE = 6;

    /**
     * One model.
     *
     * @param accuracy as others measured it; empty where nobody says
     */
    public record Entry(CostReport costs, MemoryPlan memory, Optional<Accuracy> accuracy) {
        /** One of which no accuracy is known. */
        public Entry(CostReport costs, MemoryPlan memory) {
            this(costs, memory, Optional.empty());
        }

        private MeasuredNetwork measured() {
            return MeasuredNetwork.of(costs, memory);
        }
    }

    private CompareDocument() {}

    /** At least one model, all of them with the same batch, type and training. */
    public static Document of(List<Entry> models) {
        List<Measure<Entry>> measures = measures(models);
        Table table = Table.of("models", Measure.columns(measures), Measure.rows(measures, models));
        List<Note> notes = new ArrayList<>(saidOfAll(models));
        notes.addAll(Facts.notes());
        return new Document("compare", 1, title(models), about(models), table, notes);
    }

    /** What is to be said of each of them alike, such as how a convention counts. */
    private static List<Note> saidOfAll(List<Entry> models) {
        List<String> said = new ArrayList<>(models.get(0).costs().notes());
        models.forEach(model -> said.retainAll(model.costs().notes()));
        return Facts.said(said);
    }

    private static List<HeaderField> about(List<Entry> models) {
        List<HeaderField> about = new ArrayList<>(Facts.counting(models.get(0).costs()));
        about.addAll(Facts.unknownOf(models.stream().map(Entry::costs).toList()));
        return about;
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
                Column.text("title", "title").only(Audience.PROGRAMS),
                model -> new Cell.Text(model.costs().title())));
        measures.add(new Measure<>(
                Column.text("input", "input").leaving(INPUT_LEAVES), model -> Facts.inputs(model.costs())));
        measures.add(new Measure<>(
                Column.number("layers", "layers").leaving(LAYERS_LEAVE),
                model -> new Cell.Count(model.costs().layers().size())));
        if (models.stream().anyMatch(model -> model.accuracy().isPresent())) {
            measures.add(new Measure<>(Column.number("accuracy", "accuracy (%)"), CompareDocument::accuracy));
        }
        for (Metric metric : Metric.inTables()) {
            boolean hidden = metric == Metric.BUFFERS && haveNoBuffers(models);
            add(metric, hidden, metric != Metric.BUFFERS, models, measures);
        }
        for (String convention : CountedColumns.names(models.get(0).costs().total())) {
            measures.add(new Measure<>(
                    CountedColumns.of(convention),
                    model -> CountedColumns.cell(convention, model.costs().total())));
            if (models.size() > 1) {
                measures.add(ratio(
                        CountedColumns.of(convention),
                        model -> CountedColumns.count(convention, model.costs().total()),
                        models));
            }
        }
        add(Metric.PEAK_BYTES, false, true, models, measures);
        add(Metric.ARENA_BYTES, true, false, models, measures);
        measures.add(new Measure<>(
                Column.text("others", "other operations").only(Audience.PROGRAMS),
                model -> Facts.others(model.costs().total())));
        return measures;
    }

    private static Cell accuracy(Entry model) {
        return model.accuracy()
                .<Cell>map(known -> new Cell.Decimal(known.percent()))
                .orElse(Cell.EMPTY);
    }

    /**
     * Adds the columns of a metric.
     *
     * @param hidden whether people do not see it
     * @param related whether its ratio to the first model's stands beside it
     */
    private static void add(
            Metric metric, boolean hidden, boolean related, List<Entry> models, List<Measure<Entry>> measures) {
        Column column = MetricCells.column(metric).leaving(leaves(metric));
        measures.add(new Measure<>(
                hidden ? column.except(Audience.PEOPLE) : column,
                model -> MetricCells.of(metric, metric.amount(model.measured()))));
        if (related && models.size() > 1) {
            measures.add(ratio(column, model -> metric.of(model.measured()), models));
        }
    }

    /** How many times the first model's number, beside the column of that number. */
    private static Measure<Entry> ratio(Column column, Function<Entry, OptionalLong> number, List<Entry> models) {
        OptionalLong first = number.apply(models.get(0));
        return new Measure<>(
                Column.number(column.key() + "_ratio", "ratio")
                        .only(Audience.PEOPLE, Audience.SPREADSHEETS)
                        .leaving(column.leaves() == 0 ? RATIOS_LEAVE : column.leaves()),
                model -> ratio(number.apply(model), first));
    }

    private static Cell ratio(OptionalLong number, OptionalLong first) {
        return number.isPresent() && first.isPresent()
                ? Cell.Ratio.of(number.getAsLong(), first.getAsLong())
                : Cell.EMPTY;
    }

    private static int leaves(Metric metric) {
        return switch (metric) {
            case BUFFERS -> BUFFERS_LEAVE;
            case EFFECTIVE_MULTIPLY_ADDS -> EFFECTIVE_LEAVES;
            case PEAK_BYTES -> PEAK_LEAVES;
            default -> 0;
        };
    }

    private static boolean haveNoBuffers(List<Entry> models) {
        return models.stream().allMatch(model -> model.costs().total().buffers() == 0);
    }
}
