package io.archmeter.facts;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Formula;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what a layer costs: of each part what is known, and where the rest comes from. All of it throws {@link ArithmeticException}
 * where a count does not fit a {@code long}.
 */
final class LayerCount {
    private final Graph graph;
    private final Node node;
    private final int[] weights;
    private Map<CostPart, List<String>> unknown = Map.of();

    /** @param weights the numbers of those that are counted to the layer */
    LayerCount(Graph graph, Node node, int[] weights) {
        this.graph = graph;
        this.node = node;
        this.weights = weights;
    }

    Cost cost(OpFacts facts) {
        Work work = facts.work();
        long parameters = elements(CostPart.PARAMETERS, Weight.Kind.PARAMETER);
        long buffers = elements(CostPart.BUFFERS, Weight.Kind.BUFFER);
        long multiplyAdds = known(CostPart.MULTIPLY_ADDS, work.multiplyAdds());
        long effective = known(CostPart.EFFECTIVE_MULTIPLY_ADDS, work.effectiveMultiplyAdds());
        long weightBytes = bytesOfWeights();
        long outputBytes = facts.storage() == Storage.WEIGHT ? 0 : bytesOfOutputs();
        OperationCounts others = others(work);
        return new Cost(
                parameters,
                buffers,
                counters(),
                multiplyAdds,
                effective,
                weightBytes,
                outputBytes,
                others,
                unknown,
                Map.of());
    }

    Amount weightBytes() {
        long bytes = bytesOfWeights();
        return new Amount(bytes, unknown.getOrDefault(CostPart.WEIGHT_BYTES, List.of()));
    }

    private long elements(CostPart part, Weight.Kind kind) {
        long elements = 0;
        for (int weight : weights) {
            Weight tensor = graph.weights().get(weight);
            if (tensor.kind() == kind) {
                elements = Math.addExact(elements, elements(part, tensor.shape()));
            }
        }
        return elements;
    }

    private long counters() {
        long counters = 0;
        for (int weight : weights) {
            Weight tensor = graph.weights().get(weight);
            if (tensor.isCounter()) {
                counters = Math.addExact(counters, tensor.shape().elements());
            }
        }
        return counters;
    }

    private long bytesOfWeights() {
        long bytes = 0;
        for (int weight : weights) {
            Weight tensor = graph.weights().get(weight);
            bytes = Math.addExact(bytes, bytes(CostPart.WEIGHT_BYTES, tensor.shape(), tensor.type()));
        }
        return bytes;
    }

    private long bytesOfOutputs() {
        long bytes = 0;
        for (int i = 0; i < node.outputs().size(); i++) {
            Value output = graph.values().get(node.outputs().get(i));
            bytes = Math.addExact(bytes, bytes(CostPart.OUTPUT_BYTES, output.shape(), output.type()));
        }
        return bytes;
    }

    /** A kind of which it is not known how often it occurs is not among them. */
    private OperationCounts others(Work work) {
        if (work.others().isEmpty()) {
            return OperationCounts.NONE;
        }
        OperationCounts.Sum others = new OperationCounts.Sum();
        work.others().forEach((kind, count) -> {
            try {
                others.add(kind, count.value());
            } catch (UnknownException notKnown) {
                add(CostPart.OTHERS, notKnown);
            }
        });
        return others.counts();
    }

    private long known(CostPart part, Formula count) {
        try {
            return count.value();
        } catch (UnknownException notKnown) {
            add(part, notKnown);
            return 0;
        }
    }

    private long elements(CostPart part, Shape shape) {
        try {
            return shape.elements();
        } catch (UnknownException notKnown) {
            add(part, notKnown);
            return 0;
        }
    }

    private long bytes(CostPart part, Shape shape, DType type) {
        try {
            return type.bytes(shape.elements());
        } catch (UnknownException notKnown) {
            add(part, notKnown);
            return 0;
        }
    }

    private void add(CostPart part, UnknownException notKnown) {
        if (unknown.isEmpty()) {
            unknown = new EnumMap<>(CostPart.class);
        }
        unknown.merge(part, List.of(notKnown.unknown().origin()), Amount::together);
    }
}
