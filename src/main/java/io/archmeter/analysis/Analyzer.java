package io.archmeter.analysis;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Overflow;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Element;
import io.archmeter.op.Elementary;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Reach;
import io.archmeter.op.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a graph to what it costs. */
public final class Analyzer {
    /**
     * What was counted of a layer. Another one with the very same attributes and shapes, as flat models have them, is not counted
     * again.
     *
     * @param counts whether it is part of the total; if not, its counts may be too large for a {@code long}
     */
    private record Counted(List<Shape> inputs, Shape output, boolean counts, Reach reach, Cost cost) {
        boolean isOf(List<Shape> shapes, Shape result, boolean count) {
            boolean same = result == output && count == counts && shapes.size() == inputs.size();
            for (int i = 0; same && i < shapes.size(); i++) {
                same = shapes.get(i) == inputs.get(i);
            }
            return same;
        }
    }

    private Analyzer() {}

    /**
     * Counts each layer.
     *
     * @param training whether the outputs beside the main one count as well
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public static CostReport analyze(Graph graph, DType type, boolean training) {
        List<LayerCost> layers = new ArrayList<>();
        ReceptiveFields fields = new ReceptiveFields();
        CostSum total = new CostSum();
        Map<Op, Counted> counted = new IdentityHashMap<>();
        for (Node node : graph.nodes()) {
            if (node.isInput()) {
                fields.addInput(node);
                continue;
            }
            try {
                List<Shape> inputs = graph.inputsOf(node);
                Counted known = counted.get(node.op());
                boolean counts = training || !node.auxiliary();
                if (known == null || !known.isOf(inputs, node.output(), counts)) {
                    known = count(node, inputs, counts, type);
                    counted.put(node.op(), known);
                }
                Optional<ReceptiveField> field = fields.add(node, known.reach());
                if (counts) {
                    Cost cost = known.cost();
                    total.add(cost);
                    layers.add(new LayerCost(node.name(), Optional.of(node.op()), inputs, node.output(), cost, field));
                }
            } catch (ArithmeticException overflow) {
                throw Overflow.at(node);
            }
        }
        return new CostReport(
                graph.name(),
                graph.title(),
                graph.input(),
                type,
                training,
                layers,
                total.cost(),
                fields.of(graph.output()));
    }

    private static Counted count(Node node, List<Shape> inputs, boolean counts, DType type) {
        OpFacts facts = Catalogue.facts(node.op(), new Inputs(inputs), node.output());
        Cost cost = counts ? cost(facts, node.output(), type) : Cost.ZERO;
        return new Counted(inputs, node.output(), counts, facts.reach(), cost);
    }

    private static Cost cost(OpFacts facts, Shape output, DType type) {
        Map<Elementary, Long> others = new EnumMap<>(Elementary.class);
        for (Map.Entry<Elementary, Formula> other : facts.work().others().entrySet()) {
            others.put(other.getKey(), other.getValue().value());
        }
        return new Cost(
                elements(facts.weights(), Weight.Kind.PARAMETER).value(),
                elements(facts.weights(), Weight.Kind.BUFFER).value(),
                counters(facts.weights()),
                facts.work().multiplyAdds().value(),
                facts.work().effectiveMultiplyAdds().value(),
                bytes(facts.weights(), type),
                Math.multiplyExact(output.elements(), type.bytes()),
                others);
    }

    private static long counters(List<Weight> weights) {
        long counters = 0;
        for (Weight weight : weights) {
            if (weight.element() == Element.INT64) {
                counters = Math.addExact(counters, weight.elements().value());
            }
        }
        return counters;
    }

    private static long bytes(List<Weight> weights, DType type) {
        long bytes = 0;
        for (Weight weight : weights) {
            bytes = Math.addExact(bytes, weight.bytes(type));
        }
        return bytes;
    }

    /** The elements of all weights of a kind, e.g. {@code 64·3·11·11 + 64}. */
    static Formula elements(List<Weight> weights, Weight.Kind kind) {
        List<Formula> elements = new ArrayList<>();
        for (Weight weight : weights) {
            if (weight.kind() == kind) {
                elements.add(weight.elements());
            }
        }
        return Formula.sum(elements);
    }
}
