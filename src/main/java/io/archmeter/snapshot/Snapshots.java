package io.archmeter.snapshot;

import io.archmeter.analysis.Depth;
import io.archmeter.analysis.ReceptiveFields;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Makes a snapshot of a network.
 *
 * @since 0.2.0
 */
public final class Snapshots {
    private final NetworkFacts network;
    private final Settings settings;
    private final ReceptiveFields fields;
    private final MemoryPlan plan;

    private Snapshots(NetworkFacts network, Settings settings) {
        this.network = network;
        this.settings = settings;
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
            List<InputSnapshot> inputs =
                    graph.inputValues().stream().map(InputSnapshot::of).toList();
            return new Snapshot(model, settings, inputs, counting.totals(), counting.layers());
        });
    }

    private List<LayerSnapshot> layers() {
        Optional<TrainingShares> training = settings.dtype().hasGradients()
                ? Optional.of(TrainingShares.of(network, settings.optimizer()))
                : Optional.empty();
        List<LayerSnapshot> layers = new ArrayList<>();
        for (LayerFacts layer : network.layers(settings.training())) {
            MeasuredLayer measured = new MeasuredLayer(
                    layer.cost(),
                    fields.seenBy(layer.node().output()),
                    plan.live(layer.number()),
                    training.map(shares -> shares.kept().getOrDefault(layer.name(), Amount.ZERO)),
                    training.map(shares -> shares.total().getOrDefault(layer.name(), Amount.ZERO)));
            layers.add(new LayerSnapshot(
                    layer.name(),
                    layer.op().kind(),
                    Catalogue.attributes(layer.op()),
                    layer.inputs().stream().map(Shape::withoutOrigins).toList(),
                    layer.output().withoutOrigins(),
                    read(metric -> metric.of(measured)),
                    layer.node().place(),
                    layer.node().calls()));
        }
        return layers;
    }

    private Map<Metric, Long> totals() {
        Optional<TrainingMemory> training = settings.dtype().hasGradients()
                ? Optional.of(TrainingMemory.of(network, settings.optimizer()))
                : Optional.empty();
        MeasuredNetwork.Costs costs = new MeasuredNetwork.Costs(
                network.total(settings.training()),
                fields.seenBy(network.graph().output()),
                network.layers(settings.training()).size());
        MeasuredNetwork measured = new MeasuredNetwork(
                settings.dtype(), Optional.of(costs), plan, training, Optional.empty(), Optional.of(Depth.of(network)));
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
