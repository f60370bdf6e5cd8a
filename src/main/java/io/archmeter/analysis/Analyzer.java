package io.archmeter.analysis;

import io.archmeter.facts.Cost;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the facts of a network to the report of what it costs.
 *
 * @since 0.1.0
 */
public final class Analyzer {
    private Analyzer() {}

    /**
     * Lists what each layer costs.
     *
     * @param training whether the outputs beside the main one count as well
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public static CostReport analyze(NetworkFacts network, boolean training) {
        Graph graph = network.graph();
        Cost total = network.total(training);
        ReceptiveFields fields = ReceptiveFields.of(network);
        List<LayerFacts> layers = network.layers(training);
        List<LayerCost> rows = new ArrayList<>(layers.size());
        for (LayerFacts layer : layers) {
            rows.add(row(layer, fields));
        }
        return new CostReport(
                graph.name(),
                graph.title(),
                graph.notes(),
                graph.inputValues(),
                graph.outputValues(),
                network.type(),
                training,
                rows,
                total,
                fields.seenBy(graph.output()),
                fields.positions());
    }

    /** The row of one layer. */
    static LayerCost row(LayerFacts layer, ReceptiveFields fields) {
        return new LayerCost(
                layer.name(),
                Optional.of(layer.op()),
                layer.inputs(),
                layer.outputs(),
                layer.cost(),
                layer.weightsOf(),
                fields.seenBy(layer.node().output()));
    }
}
