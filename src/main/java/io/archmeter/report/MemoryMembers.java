package io.archmeter.report;

import io.archmeter.analysis.BatchLimit;
import io.archmeter.analysis.LargestBatch;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import io.archmeter.training.Allocation;
import io.archmeter.training.Step;
import io.archmeter.training.TrainingMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What programs are told of memory, beside the figures. */
final class MemoryMembers {
    private MemoryMembers() {}

    /** Every usual metric that there is, by the name of its definition. */
    static Cell figures(MemoryReport memory) {
        List<Cell.Member> figures = new ArrayList<>();
        MeasuredNetwork measured = MeasuredNetwork.of(memory);
        for (Metric metric : Metric.ofMemory(false)) {
            metric.amount(measured)
                    .ifPresent(bytes ->
                            figures.add(new Cell.Member(metric.memoryName().orElseThrow(), MetricCells.bytes(bytes))));
        }
        return new Cell.Members(figures);
    }

    static Cell of(BatchLimit limit) {
        return Cell.Members.of(
                new Cell.Member("inference", of(limit.inference())),
                new Cell.Member(
                        "training", limit.training().map(MemoryMembers::of).orElse(Cell.EMPTY)));
    }

    private static Cell of(LargestBatch largest) {
        return Cell.Members.of(
                new Cell.Member("batch", new Cell.Count(largest.batch())),
                new Cell.Member("bytes", bytes(largest.bytes())),
                new Cell.Member("bytes_of_one_more", bytes(largest.more())));
    }

    private static Cell bytes(OptionalLong bytes) {
        return bytes.isPresent() ? new Cell.Bytes(bytes.getAsLong()) : Cell.EMPTY;
    }

    /** The step of an iteration of training at which most is held, and what for. */
    static Cell peak(TrainingMemory training) {
        return Cell.Members.of(
                new Cell.Member("bytes", new Cell.Bytes(training.peakBytes())),
                new Cell.Member("phase", new Cell.Text(training.peak().phase().toString())),
                new Cell.Member("layer", new Cell.Text(training.peak().layer())),
                new Cell.Member(
                        "held",
                        new Cell.Items(training.peakHoldings().stream()
                                .map(MemoryMembers::held)
                                .toList())));
    }

    private static Cell held(Allocation holding) {
        return Cell.Members.of(
                new Cell.Member("tensor", new Cell.Text(holding.name())),
                new Cell.Member("use", new Cell.Text(holding.use().toString())),
                new Cell.Member("bytes", new Cell.Bytes(holding.bytes())));
    }

    /** Bytes at each step, of inference and of each phase of training. */
    static Cell liveBytes(MemoryReport memory) {
        List<Cell.Member> members = new ArrayList<>();
        members.add(new Cell.Member("inference", series(inference(memory.inference()))));
        memory.training().ifPresent(training -> {
            for (Step.Phase phase : Step.Phase.values()) {
                members.add(new Cell.Member(
                        phase.toString(), series(training.liveBytes().get(phase))));
            }
        });
        return new Cell.Members(members);
    }

    private static Cell series(List<Long> bytes) {
        return new Cell.Items(bytes.stream().<Cell>map(Cell.Bytes::new).toList());
    }

    /** Live bytes of the steps that run: those of heads do not. */
    static List<Long> inference(MemoryPlan plan) {
        return plan.steps().stream().map(plan.liveBytes()::get).toList();
    }
}
