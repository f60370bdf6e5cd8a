package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.text.HalfUp;
import io.archmeter.roofline.Binding;
import io.archmeter.roofline.LeastTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of layers that move and compute. */
final class RooflineColumns {
    static final String MOVED = "moved_bytes";
    static final String OPERATIONS = "operations";
    static final String INTENSITY = "intensity";
    static final String LEAST = "least_picoseconds";
    static final String BOUND_BY = "bound_by";

    private RooflineColumns() {}

    /** @param times whether they have least times, on a device */
    static List<Measure<RooflineLine>> of(boolean times) {
        List<Measure<RooflineLine>> measures = new ArrayList<>();
        measures.add(new Measure<>(Column.name("layer", "layer"), line -> new Cell.Text(line.name())));
        measures.add(new Measure<>(Column.text("operator", "operator").leaving(5), line -> text(line.operator())));
        measures.add(new Measure<>(
                Column.summed("input_bytes", "inputs").leaving(3),
                line -> MetricCells.bytes(line.traffic().inputs())));
        measures.add(new Measure<>(
                Column.summed("weight_bytes", "weights").leaving(3),
                line -> MetricCells.bytes(line.traffic().weights())));
        measures.add(new Measure<>(
                Column.summed("output_bytes", "outputs").leaving(3),
                line -> MetricCells.bytes(line.traffic().outputs())));
        measures.add(new Measure<>(
                Column.summed(MOVED, "moved"),
                line -> MetricCells.bytes(line.traffic().moved())));
        measures.add(new Measure<>(
                Column.text("moves", "").only(Audience.PROGRAMS),
                line -> new Cell.Flag(line.moves(), line.moves() ? "moves" : "moves nothing")));
        measures.add(new Measure<>(
                Column.summed(Metric.EFFECTIVE_MULTIPLY_ADDS.toString(), "multiply-adds")
                        .leaving(1),
                line -> MetricCells.count(line.multiplyAdds())));
        measures.add(
                new Measure<>(Column.summed(OPERATIONS, "operations"), line -> MetricCells.count(line.operations())));
        measures.add(new Measure<>(
                Column.summed("other_operations", "other operations").leaving(2),
                line -> MetricCells.count(line.others())));
        measures.add(new Measure<>(Column.number(INTENSITY, "per byte"), RooflineColumns::intensity));
        if (times) {
            measures.add(time("compute_picoseconds", "compute", RooflineLine.Times::compute, 4));
            measures.add(time("memory_picoseconds", "memory", RooflineLine.Times::memory, 4));
            measures.add(time(LEAST, "at least", RooflineLine.Times::least, 0));
            measures.add(new Measure<>(Column.text(BOUND_BY, "bound by"), RooflineColumns::binding));
        }
        return measures;
    }

    private static Measure<RooflineLine> time(
            String key, String header, Function<RooflineLine.Times, LeastTime> of, int leaves) {
        return new Measure<>(
                Column.number(key, header).leaving(leaves),
                line -> time(of.apply(line.times().orElseThrow())));
    }

    /** A time of which a part may not be known. */
    static Cell time(LeastTime time) {
        Cell known = new Cell.Time(time.rounded());
        return time.complete()
                ? known
                : new Cell.AtLeast(known, time.picoseconds().signum() == 0);
    }

    private static Cell text(String text) {
        return text.isEmpty() ? Cell.EMPTY : new Cell.Text(text);
    }

    /** Operations per byte; empty where one of both is not known, or nothing is moved. */
    static Cell intensity(RooflineLine line) {
        Amount moved = line.traffic().moved();
        return moved.isExact() && line.operations().isExact() && moved.atLeast() > 0
                ? new Cell.Decimal(quotient(line.operations().atLeast(), moved.atLeast()))
                : Cell.EMPTY;
    }

    /** With two decimals, rounded half up. */
    static BigDecimal quotient(long dividend, long divisor) {
        return new BigDecimal(HalfUp.large(dividend, 100, divisor), 2);
    }

    private static Cell binding(RooflineLine line) {
        return line.times()
                .orElseThrow()
                .binding()
                .filter(binding -> binding != Binding.UNKNOWN)
                .<Cell>map(binding -> new Cell.Text(binding.toString()))
                .orElse(Cell.EMPTY);
    }
}
