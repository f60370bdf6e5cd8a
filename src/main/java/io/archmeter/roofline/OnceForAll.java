package io.archmeter.roofline;

import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Operand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network moves where all of its layers are one: what is between them stays where it is computed. Of a tensor of which several
 * layers read a part, the largest part counts.
 */
final class OnceForAll {
    private final NetworkFacts network;
    private final Graph graph;
    private final Map<Operand, Amount> read = new LinkedHashMap<>();

    OnceForAll(NetworkFacts network) {
        this.network = network;
        this.graph = network.graph();
    }

    void add(List<Read> reads) {
        reads.forEach(each -> read.merge(each.source(), each.bytes(), Read::more));
    }

    /** Throws {@link ArithmeticException} where a sum does not fit a {@code long}. */
    Traffic traffic(Reads reads) {
        Amount inputs = Amount.ZERO;
        Amount weights = Amount.ZERO;
        for (Map.Entry<Operand, Amount> each : read.entrySet()) {
            if (each.getKey() instanceof Operand.OfWeight) {
                weights = weights.plus(each.getValue());
            } else if (isInput(each.getKey())) {
                inputs = inputs.plus(each.getValue());
            }
        }
        return new Traffic(inputs, weights, outputs(reads));
    }

    /** An output that is an input or a weight is there already. */
    private Amount outputs(Reads reads) {
        Map<Operand, Amount> written = new LinkedHashMap<>();
        for (int output : graph.outputs()) {
            Operand source = reads.source(output);
            boolean auxiliary =
                    graph.nodes().get(graph.values().get(output).node()).auxiliary();
            if (source instanceof Operand.OfValue && !isInput(source) && !auxiliary) {
                written.merge(source, network.bytes(output), Read::more);
            }
        }
        return written.values().stream().reduce(Amount.ZERO, Amount::plus);
    }

    private boolean isInput(Operand source) {
        return graph.inputs().contains(source.number());
    }
}
