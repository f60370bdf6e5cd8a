package io.archmeter.snapshot;

import io.archmeter.analysis.Depth;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.ReceptiveFields;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.facts.Cost;
import io.archmeter.facts.Exact;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.op.Attributes;
import io.archmeter.training.TrainingMemory;
import io.archmeter.training.TrainingShares;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a snapshot of a network. */
public final class Snapshots {
    private final NetworkFacts network;
    private final Settings settings;
    private final Cost total;
    private final ReceptiveFields fields;
    private final MemoryPlan plan;

    private Snapshots(NetworkFacts network, Settings settings) {
        this.network = network;
        this.settings = settings;
        this.total = network.total(settings.training());
        this.fields = ReceptiveFields.of(network);
        this.plan = MemoryPlanner.plan(network, settings.training());
    }

    /**
     * Counts everything.
     *
     * @param model what it is called where it is named
     * @param network loaded with the batch, input and params of {@code settings}, in their type
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public static Snapshot of(String model, NetworkFacts network, Settings settings) {
        if (network.type() != settings.dtype()) {
            throw new IllegalArgumentException("counted in " + network.type() + ", and not in " + settings.dtype());
        }
        Graph graph = network.graph();
        return Exact.at(graph.lastNode(), () -> {
            Snapshots counting = new Snapshots(network, settings);
            return new Snapshot(model, settings, graph.input(), counting.totals(), counting.layers());
        });
    }

    private List<LayerSnapshot> layers() {
        Optional<TrainingShares> training = settings.dtype().hasGradients()
                ? Optional.of(TrainingShares.of(network, settings.optimizer()))
                : Optional.empty();
        List<LayerSnapshot> layers = new ArrayList<>();
        for (LayerFacts layer : network.layers(settings.training())) {
            Map<Figure, Long> figures = figures(layer.cost());
            figures.put(Figure.PEAK_BYTES, plan.liveBytes().get(layer.number()));
            training.ifPresent(shares -> {
                figures.put(Figure.KEPT_FOR_BACKWARD_BYTES, shares.kept().getOrDefault(layer.name(), 0L));
                figures.put(Figure.TRAINING_TOTAL_BYTES, shares.total().getOrDefault(layer.name(), 0L));
            });
            figures.put(Figure.LAYERS, 1L);
            put(Figure.RECEPTIVE_FIELD, smallest(fields.seenBy(layer.node().output())), figures);
            layers.add(new LayerSnapshot(
                    layer.name(),
                    layer.op().kind(),
                    Attributes.of(layer.op()),
                    layer.inputs(),
                    layer.output(),
                    figures,
                    layer.node().place(),
                    layer.node().calls()));
        }
        return layers;
    }

    private Map<Figure, Long> totals() {
        Map<Figure, Long> totals = figures(total);
        totals.put(Figure.PEAK_BYTES, plan.peak().bytes());
        totals.put(Figure.ARENA_BYTES, plan.arenaBytes());
        if (settings.dtype().hasGradients()) {
            TrainingMemory training = TrainingMemory.of(network, settings.optimizer());
            totals.put(Figure.KEPT_FOR_BACKWARD_BYTES, training.keptForBackward());
            totals.put(Figure.TRAINING_TOTAL_BYTES, training.total());
            totals.put(Figure.TRAINING_PEAK_BYTES, training.peakBytes());
        }
        put(Figure.RECEPTIVE_FIELD, smallest(fields.seenBy(network.graph().output())), totals);
        totals.put(Figure.DEPTH, Depth.of(network));
        totals.put(Figure.LAYERS, (long) network.layers(settings.training()).size());
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
