package io.archmeter.report;

import io.archmeter.analysis.BatchLimit;
import io.archmeter.analysis.LargestBatch;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.Amount;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.Peak;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Table;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.text.Readable;
import io.archmeter.training.Allocation;
import io.archmeter.training.Step;
import io.archmeter.training.TrainingMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What people see of a model's memory below the figures: what fits, where the peaks are and what for, and how it goes up and down. */
final class MemoryDetails {
    /** Tensors of a peak that are named; the others are one row. */
    private static final int NAMED = 6;

    private static final String REMEDY = "; to lower it, change the first of these";

    private MemoryDetails() {}

    static List<Detail> of(MemoryDocument.Entry model) {
        List<Detail> details = new ArrayList<>();
        for (Picture picture : model.pictures()) {
            details.add(Detail.Drawn.of(picture));
        }
        model.limit().ifPresent(limit -> details.add(largestBatches(limit)));
        MemoryReport memory = model.memory();
        details.add(peak(memory.inference()));
        details.add(chart(memory.inference()));
        memory.training().ifPresent(training -> {
            details.add(peak(training));
            details.add(chart(training));
        });
        return details;
    }

    private static Detail largestBatches(BatchLimit limit) {
        List<Column> columns = List.of(
                Column.text("for", "for"),
                Column.number("batch", "batch"),
                Column.number("bytes", "bytes"),
                Column.number("bytes_of_one_more", "bytes with one more"),
                Column.text("definition", "counted").leaving(1));
        List<Row> rows = new ArrayList<>();
        rows.add(row("inference", limit.inference(), "weights without heads + arena"));
        limit.training()
                .ifPresent(training -> rows.add(row(
                        "training",
                        training,
                        Metric.TRAINING_PEAK_BYTES.memoryName().orElseThrow())));
        return new Detail.Listing(
                "largest batch within " + Readable.bytes(limit.bytes()) + " (" + Readable.exact(limit.bytes())
                        + " bytes)",
                Table.of("batches", columns, rows));
    }

    private static Row row(String use, LargestBatch largest, String counted) {
        return Row.of(
                new Cell.Text(use),
                largest.batch() == 0 ? new Cell.Text("none fits") : new Cell.ExactCount(largest.batch()),
                exact(largest.bytes()),
                exact(largest.more()),
                new Cell.Text(counted));
    }

    /** To the last digit, because one sample more can need less than rounding hides. */
    private static Cell exact(OptionalLong bytes) {
        return bytes.isPresent() ? new Cell.ExactCount(bytes.getAsLong()) : Cell.EMPTY;
    }

    private static Detail peak(MemoryPlan plan) {
        Peak peak = plan.peak();
        List<Measure<Peak.LiveTensor>> measures = List.of(
                new Measure<>(Column.name("tensor", "tensor"), tensor -> new Cell.Text(tensor.name())),
                new Measure<>(Column.number("bytes", "memory"), tensor -> MetricCells.bytes(tensor.bytes())),
                new Measure<>(
                        Column.text("last_reader", "last reader").leaving(1),
                        tensor -> new Cell.Text(tensor.lastReader().orElse("(output)"))));
        return new Detail.Listing(
                "peak: " + words(plan.most()) + " at " + peak.layer() + " (" + peak.operator() + "), step "
                        + peak.step() + REMEDY,
                listing(measures, peak.live(), tensor -> tensor.bytes().atLeast()));
    }

    private static Detail peak(TrainingMemory training) {
        List<Measure<Held>> measures = List.of(
                new Measure<>(Column.name("tensor", "tensor"), held -> new Cell.Text(held.name())),
                new Measure<>(Column.number("bytes", "memory"), held -> new Cell.Bytes(held.bytes())),
                new Measure<>(Column.text("use", "held as").leaving(1), held -> new Cell.Text(held.uses())));
        return new Detail.Listing(
                "training_peak: " + words(training.most()) + " at " + training.peak() + REMEDY,
                listing(measures, byTensor(training.peakHoldings()), Held::bytes));
    }

    /** A tensor, and all that is held because of it: parameters have gradients and a state. */
    private record Held(String name, long bytes, String uses) {
        Held and(Held other) {
            return new Held(name, bytes + other.bytes, uses + ", " + other.uses);
        }
    }

    private static String words(Amount bytes) {
        return (bytes.isExact() ? "" : "at least ") + Readable.bytes(bytes.atLeast());
    }

    private static String words(Allocation.Use use) {
        return use.toString().replace('_', ' ');
    }

    private static List<Held> byTensor(List<Allocation> holdings) {
        Map<String, Held> byName = new LinkedHashMap<>();
        for (Allocation holding : holdings) {
            Held held = new Held(holding.name(), holding.bytes(), words(holding.use()));
            byName.merge(holding.name(), held, Held::and);
        }
        List<Held> largestFirst = new ArrayList<>(byName.values());
        largestFirst.sort(Comparator.comparingLong(Held::bytes).reversed());
        return largestFirst;
    }

    /** The largest, and all others together. */
    private static <T> Table listing(List<Measure<T>> measures, List<T> all, ToLongFunction<T> bytes) {
        int named = all.size() <= NAMED + 1 ? all.size() : NAMED;
        List<Row> rows = new ArrayList<>(Measure.rows(measures, all.subList(0, named)));
        if (named < all.size()) {
            long rest = all.subList(named, all.size()).stream().mapToLong(bytes).sum();
            Cell more = new Cell.Text("(" + (all.size() - named) + " more)");
            rows.add(Row.of(more, new Cell.Bytes(rest), Cell.EMPTY));
        }
        return Table.of("tensors", Measure.columns(measures), rows);
    }

    private static Detail chart(MemoryPlan plan) {
        return new Detail.Chart(
                "bytes that inference holds, step by step",
                List.of(new Detail.Stretch("forward", MemoryMembers.inference(plan))),
                new Detail.Mark(
                        0, plan.steps().indexOf(plan.peak().step()), plan.peak().layer()));
    }

    private static Detail chart(TrainingMemory training) {
        Function<Step.Phase, Detail.Stretch> stretch = phase ->
                new Detail.Stretch(phase.toString(), training.liveBytes().get(phase));
        Step.Phase phase = training.peak().phase();
        return new Detail.Chart(
                "bytes that an iteration of training holds, step by step",
                Arrays.stream(Step.Phase.values()).map(stretch).toList(),
                new Detail.Mark(
                        phase.ordinal(),
                        training.liveBytes().get(phase).indexOf(training.peakBytes()),
                        training.peak().toString()));
    }
}
