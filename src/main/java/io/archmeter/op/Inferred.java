package io.archmeter.op;

import io.archmeter.graph.ConsecutiveUses;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.problem.Span;
import java.util.List;

/** What an operator makes of its inputs: the tensors that it puts out, and the weights that it asks for. */
public record Inferred(List<Output> outputs, List<WeightDeclaration> weights) {
    public Inferred {
        outputs = List.copyOf(outputs);
        weights = List.copyOf(weights);
    }

    /** Throws {@link ArithmeticException} where an output has more elements than a {@code long} counts. */
    public void requireCountable() {
        for (Output output : outputs) {
            output.shape().requireCountable();
        }
    }

    /**
     * Adds a layer that has weights of its own to a graph.
     *
     * @return the number of the first value that it puts out
     */
    public int addTo(
            GraphDraft graph,
            String name,
            Op op,
            List<Operand> inputs,
            boolean auxiliary,
            Span place,
            List<Span> calls) {
        return addTo(graph, name, op, inputs, own(graph, name), auxiliary, place, calls);
    }

    /**
     * Adds a layer that takes weights which are there already.
     *
     * @return the number of the first value that it puts out
     */
    public int addTo(
            GraphDraft graph,
            String name,
            Op op,
            List<Operand> inputs,
            List<WeightUse> uses,
            boolean auxiliary,
            Span place,
            List<Span> calls) {
        return graph.add(name, op, inputs, uses, outputs, auxiliary, place, calls);
    }

    private List<WeightUse> own(GraphDraft graph, String name) {
        if (weights.isEmpty()) {
            return List.of();
        }
        int first = add(graph, name, weights.get(0));
        for (int i = 1; i < weights.size(); i++) {
            add(graph, name, weights.get(i));
        }
        return new ConsecutiveUses<>(weights, WeightDeclaration::name, first);
    }

    /** Adds a weight of a layer's own. */
    public static WeightUse own(GraphDraft graph, String name, WeightDeclaration weight) {
        return new WeightUse(weight.name(), Operand.weight(add(graph, name, weight)));
    }

    private static int add(GraphDraft graph, String name, WeightDeclaration weight) {
        return graph.addWeight(new Weight(
                name, weight.name(), weight.shape().from(name), weight.type(), weight.kind(), weight.below()));
    }
}
