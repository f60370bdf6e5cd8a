package io.archmeter.roofline;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.facts.Exact;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Value;
import io.archmeter.memory.MemoryPlanner;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network moves and computes in one pass at inference, whatever the device.
 *
 * @param title one line about it, may be empty
 * @param notes what is to be said beside its figures
 * @param inputs what it is given
 * @param type of its floating-point numbers
 * @param layers in the order of execution
 * @param total what the layers move together, one after the other
 * @param fused what the network moves where nothing between its layers is: inputs, weights and outputs, each once
 * @param operations two for each multiply-add
 * @param others elementary operations outside sums of products
 * @param lookups the layers that read some rows of a table
 * @param needs bytes of all weights, and of the tensors at the step at which most is held
 * @param last the node to whom it is counted what does not fit
 */
public record Roofline(
        String model,
        String title,
        List<String> notes,
        List<Value> inputs,
        DType type,
        List<RooflineLayer> layers,
        Traffic total,
        Traffic fused,
        Amount multiplyAdds,
        Amount operations,
        Amount others,
        List<Lookup> lookups,
        Amount needs,
        Node last) {
    public Roofline {
        notes = List.copyOf(notes);
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        lookups = List.copyOf(lookups);
    }

    /**
     * Finds it, without the layers that exist in training only.
     *
     * @throws io.archmeter.problem.ProblemException where a number does not fit a {@code long}
     */
    public static Roofline of(NetworkFacts network) {
        Graph graph = network.graph();
        Node last = graph.lastNode();
        Reads reads = Exact.at(last, () -> new Reads(network));
        OnceForAll once = new OnceForAll(network);
        List<RooflineLayer> layers = new ArrayList<>();
        List<Lookup> lookups = new ArrayList<>();
        Traffic total = Traffic.NONE;
        Amount multiplyAdds = Amount.ZERO;
        Amount operations = Amount.ZERO;
        Amount others = Amount.ZERO;
        for (LayerFacts facts : network.layers(false)) {
            Traffic before = total;
            List<Read> read = Exact.at(facts.node(), () -> reads.of(facts));
            once.add(read);
            Exact.at(facts.node(), () -> reads.lookup(facts)).ifPresent(lookups::add);
            RooflineLayer layer = Exact.at(
                    facts.node(),
                    () -> layer(facts, graph, !reads.isStill(facts), traffic(read, reads.written(facts))));
            total = Exact.at(facts.node(), () -> requireSums(before.plus(layer.traffic())));
            multiplyAdds = Exact.sum(multiplyAdds, layer.multiplyAdds(), facts.node());
            operations = Exact.sum(operations, Exact.at(facts.node(), layer::operations), facts.node());
            others = Exact.sum(others, layer.others(), facts.node());
            layers.add(layer);
        }
        Amount peak = MemoryPlanner.plan(network, false).most();
        return new Roofline(
                graph.name(),
                graph.title(),
                graph.notes(),
                graph.inputValues(),
                network.type(),
                layers,
                total,
                Exact.at(last, () -> requireSums(once.traffic(reads))),
                multiplyAdds,
                operations,
                others,
                lookups,
                Exact.sum(network.weightBytes(false), peak, last),
                last);
    }

    /** Whoever asks for the sum later gets it. */
    private static Traffic requireSums(Traffic traffic) {
        traffic.moved();
        return traffic;
    }

    private static Traffic traffic(List<Read> reads, Amount written) {
        Amount inputs = Amount.ZERO;
        Amount weights = Amount.ZERO;
        for (Read read : reads) {
            if (read.isOfWeight()) {
                weights = weights.plus(read.bytes());
            } else {
                inputs = inputs.plus(read.bytes());
            }
        }
        return requireSums(new Traffic(inputs, weights, written));
    }

    private static RooflineLayer layer(LayerFacts facts, Graph graph, boolean moves, Traffic traffic) {
        Cost cost = facts.cost();
        return new RooflineLayer(
                facts.name(),
                facts.op(),
                typeOf(facts, graph),
                moves,
                traffic,
                cost.amount(CostPart.EFFECTIVE_MULTIPLY_ADDS),
                cost.amount(CostPart.OTHERS));
    }

    /** That of what it works on first. */
    private static DType typeOf(LayerFacts facts, Graph graph) {
        List<Operand> inputs = facts.node().inputs();
        if (inputs.isEmpty()) {
            return graph.type();
        }
        int number = inputs.get(0).number();
        return inputs.get(0) instanceof Operand.OfWeight
                ? graph.weights().get(number).type()
                : graph.values().get(number).type();
    }
}
