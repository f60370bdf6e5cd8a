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
import io.archmeter.op.Attributes;
import io.archmeter.training.TrainingMemory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** From a graph to what is remembered of it. */
public final class Snapshots {
    private Snapshots() {}

    /**
     * Counts everything.
     *
     * @param model what it is called where it is named
     * @param graph loaded with the batch, input and params of {@code settings}
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public static Snapshot of(String model, Graph graph, Settings settings) {
        CostReport report = Analyzer.analyze(graph, settings.dtype(), settings.training());
        try {
            List<LayerSnapshot> layers = layers(graph, report, settings);
            return new Snapshot(model, settings, graph.input(), totals(graph, report, layers, settings), layers);
        } catch (ArithmeticException tooMuch) {
            throw Overflow.at(graph.nodes().get(graph.output()));
        }
    }

    private static List<LayerSnapshot> layers(Graph graph, CostReport report, Settings settings) {
        List<LayerSnapshot> layers = new ArrayList<>();
        Iterator<LayerCost> rows = report.layers().iterator();
        for (Node node : graph.layers(settings.training())) {
            LayerCost row = rows.next();
            Map<Figure, Long> figures = figures(row.cost());
            figures.put(Figure.LAYERS, 1L);
            put(Figure.RECEPTIVE_FIELD, smallest(row.receptiveField()), figures);
            layers.add(new LayerSnapshot(
                    row.name(),
                    row.operator(),
                    Attributes.of(node.op()),
                    row.inputs(),
                    row.output(),
                    figures,
                    node.place()));
        }
        return layers;
    }

    private static Map<Figure, Long> totals(
            Graph graph, CostReport report, List<LayerSnapshot> layers, Settings settings) {
        MemoryPlan plan = MemoryPlanner.plan(graph, settings.dtype(), settings.training());
        TrainingMemory training = TrainingMemory.of(graph, settings.dtype(), settings.optimizer());
        Map<Figure, Long> totals = figures(report.total());
        totals.put(Figure.PEAK_BYTES, plan.peak().bytes());
        totals.put(Figure.ARENA_BYTES, plan.arenaBytes());
        totals.put(Figure.KEPT_FOR_BACKWARD_BYTES, training.keptForBackward());
        totals.put(Figure.TRAINING_TOTAL_BYTES, training.total());
        totals.put(Figure.TRAINING_PEAK_BYTES, training.peakBytes());
        put(Figure.RECEPTIVE_FIELD, smallest(report.receptiveField()), totals);
        totals.put(Figure.DEPTH, Depth.of(graph));
        totals.put(Figure.LAYERS, (long) layers.size());
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

    /** What is seen along the axis where least is; a vector sees nothing of an image that is not one. */
    private static OptionalLong smallest(Optional<ReceptiveField> field) {
        return field.isEmpty()
                ? OptionalLong.empty()
                : field.get().axes().stream().mapToLong(SeenAxis::size).min();
    }

    private static void put(Figure figure, OptionalLong value, Map<Figure, Long> figures) {
        value.ifPresent(known -> figures.put(figure, known));
    }
}
