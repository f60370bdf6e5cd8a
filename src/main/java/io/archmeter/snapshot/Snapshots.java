package io.archmeter.snapshot;

import io.archmeter.analysis.Analyzer;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Depth;
import io.archmeter.analysis.LayerCost;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Overflow;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.metric.MeasuredLayer;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.op.Catalogue;
import io.archmeter.training.TrainingMemory;
import io.archmeter.training.TrainingShares;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Makes a snapshot of a graph. */
public final class Snapshots {
    private final Graph graph;
    private final Settings settings;
    private final CostReport report;
    private final MemoryPlan plan;

    private Snapshots(Graph graph, Settings settings) {
        this.graph = graph;
        this.settings = settings;
        this.report = Analyzer.analyze(graph, settings.dtype(), settings.training());
        this.plan = MemoryPlanner.plan(graph, settings.dtype(), settings.training());
    }

    /**
     * Counts everything.
     *
     * @param model what it is called where it is named
     * @param graph loaded with the batch, input and params of {@code settings}
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public static Snapshot of(String model, Graph graph, Settings settings) {
        try {
            Snapshots counting = new Snapshots(graph, settings);
            return new Snapshot(model, settings, graph.input(), counting.totals(), counting.layers());
        } catch (ArithmeticException tooMuch) {
            throw Overflow.at(graph.nodes().get(graph.output()));
        }
    }

    private List<LayerSnapshot> layers() {
        Optional<TrainingShares> training = settings.dtype().isFloatingPoint()
                ? Optional.of(TrainingShares.of(graph, settings.dtype(), settings.optimizer()))
                : Optional.empty();
        List<LayerSnapshot> layers = new ArrayList<>();
        Iterator<LayerCost> rows = report.layers().iterator();
        for (int step = 0; step < graph.nodes().size(); step++) {
            Node node = graph.nodes().get(step);
            if (node.isInput() || node.auxiliary() && !settings.training()) {
                continue;
            }
            LayerCost row = rows.next();
            MeasuredLayer measured = new MeasuredLayer(
                    row,
                    plan.liveBytes().get(step),
                    share(training, shares -> shares.kept().getOrDefault(node.name(), 0L)),
                    share(training, shares -> shares.total().getOrDefault(node.name(), 0L)));
            layers.add(new LayerSnapshot(
                    row.name(),
                    row.operator(),
                    Catalogue.attributes(node.op()),
                    row.inputs(),
                    row.output(),
                    read(metric -> metric.of(measured)),
                    node.place(),
                    node.calls()));
        }
        return layers;
    }

    private static OptionalLong share(Optional<TrainingShares> training, ToLongFunction<TrainingShares> number) {
        return training.isPresent() ? OptionalLong.of(number.applyAsLong(training.get())) : OptionalLong.empty();
    }

    private Map<Metric, Long> totals() {
        Optional<TrainingMemory> training = settings.dtype().isFloatingPoint()
                ? Optional.of(TrainingMemory.of(graph, settings.dtype(), settings.optimizer()))
                : Optional.empty();
        MeasuredNetwork measured = new MeasuredNetwork(
                settings.dtype(),
                Optional.of(report),
                plan,
                training,
                Optional.empty(),
                OptionalLong.of(Depth.of(graph)));
        return read(metric -> metric.of(measured));
    }

    private static Map<Metric, Long> read(Function<Metric, OptionalLong> value) {
        Map<Metric, Long> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.recorded()) {
            value.apply(metric).ifPresent(known -> figures.put(metric, known));
        }
        return figures;
    }
}
