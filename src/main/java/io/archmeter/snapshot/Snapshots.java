package io.archmeter.snapshot;

import io.archmeter.analysis.Analyzer;
import io.archmeter.analysis.Cost;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Depth;
import io.archmeter.analysis.LayerCost;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Overflow;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
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
            Map<Figure, Long> figures = figures(row.cost());
            figures.put(Figure.PEAK_BYTES, plan.liveBytes().get(step));
            training.ifPresent(shares -> {
                figures.put(Figure.KEPT_FOR_BACKWARD_BYTES, shares.kept().getOrDefault(node.name(), 0L));
                figures.put(Figure.TRAINING_TOTAL_BYTES, shares.total().getOrDefault(node.name(), 0L));
            });
            figures.put(Figure.LAYERS, 1L);
            put(Figure.RECEPTIVE_FIELD, smallest(row.receptiveField()), figures);
            layers.add(new LayerSnapshot(
                    row.name(),
                    row.operator(),
                    Catalogue.attributes(node.op()),
                    row.inputs(),
                    row.output(),
                    figures,
                    node.place(),
                    node.calls()));
        }
        return layers;
    }

    private Map<Figure, Long> totals() {
        Map<Figure, Long> totals = figures(report.total());
        totals.put(Figure.PEAK_BYTES, plan.peak().bytes());
        totals.put(Figure.ARENA_BYTES, plan.arenaBytes());
        if (settings.dtype().isFloatingPoint()) {
            TrainingMemory training = TrainingMemory.of(graph, settings.dtype(), settings.optimizer());
            totals.put(Figure.KEPT_FOR_BACKWARD_BYTES, training.keptForBackward());
            totals.put(Figure.TRAINING_TOTAL_BYTES, training.total());
            totals.put(Figure.TRAINING_PEAK_BYTES, training.peakBytes());
        }
        put(Figure.RECEPTIVE_FIELD, smallest(report.receptiveField()), totals);
        totals.put(Figure.DEPTH, Depth.of(graph));
        totals.put(Figure.LAYERS, (long) report.layers().size());
        return totals;
    }

    private static Map<Figure, Long> figures(Cost cost) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.PARAMETERS, cost.parameters());
        figures.put(Figure.BUFFERS, cost.buffers());
        figures.put(Figure.MULTIPLY_ADDS, cost.multiplyAdds());
        figures.put(Figure.EFFECTIVE_MULTIPLY_ADDS, cost.effectiveMultiplyAdds());
        figures.put(Figure.WEIGHT_BYTES, cost.weightBytes());
        figures.put(Figure.OUTPUT_BYTES, cost.outputBytes());
        return figures;
    }

    /** What is seen along the axis where that is least; empty where the input has no spatial axes. */
    private static OptionalLong smallest(Optional<ReceptiveField> field) {
        return field.isEmpty()
                ? OptionalLong.empty()
                : field.get().axes().stream().mapToLong(SeenAxis::size).min();
    }

    private static void put(Figure figure, OptionalLong value, Map<Figure, Long> figures) {
        value.ifPresent(known -> figures.put(figure, known));
    }
}
