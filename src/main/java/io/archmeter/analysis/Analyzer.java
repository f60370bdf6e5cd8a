package io.archmeter.analysis;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Overflow;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Elementary;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Reach;
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
        for (Node node : graph.in(type).nodes()) {
            if (node.isInput()) {
                fields.addInput(graph, node);
                continue;
            }
            try {
                List<Shape> inputs = graph.inputsOf(node);
                Counted known = counted.get(node.op());
                boolean counts = training || !node.auxiliary();
                if (known == null || !known.isOf(inputs, graph.outputOf(node), counts)) {
                    known = count(graph.in(type), node, inputs, counts);
                    counted.put(node.op(), known);
                }
                Optional<ReceptiveField> field = fields.add(graph, node, known.reach());
                if (counts) {
                    Cost cost = known.cost();
                    total.add(cost);
                    layers.add(new LayerCost(
                            node.name(), Optional.of(node.op()), inputs, graph.outputOf(node), cost, field));
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

    private static Counted count(Graph graph, Node node, List<Shape> inputs, boolean counts) {
        OpFacts facts = Catalogue.facts(node.op(), new Inputs(inputs), graph.outputsOf(node));
        Cost cost = counts ? cost(facts, graph.weightsOf(node), graph.valueOf(node)) : Cost.ZERO;
        return new Counted(inputs, graph.outputOf(node), counts, facts.reach(), cost);
    }

    private static Cost cost(OpFacts facts, List<Weight> weights, Value output) {
        Map<Elementary, Long> others = new EnumMap<>(Elementary.class);
        for (Map.Entry<Elementary, Formula> other : facts.work().others().entrySet()) {
            others.put(other.getKey(), other.getValue().value());
        }
        return new Cost(
                elements(weights, Weight.Kind.PARAMETER).value(),
                elements(weights, Weight.Kind.BUFFER).value(),
                counters(weights),
                facts.work().multiplyAdds().value(),
                facts.work().effectiveMultiplyAdds().value(),
                bytes(weights),
                output.bytes(),
                others);
    }

    private static long counters(List<Weight> weights) {
        long counters = 0;
        for (Weight weight : weights) {
            if (weight.type() == DType.INT64) {
                counters = Math.addExact(counters, weight.shape().elements());
            }
        }
        return counters;
    }

    private static long bytes(List<Weight> weights) {
        long bytes = 0;
        for (Weight weight : weights) {
            bytes = Math.addExact(bytes, weight.bytes());
        }
        return bytes;
    }

    /** The elements of all weights of a kind, e.g. {@code 64·3·11·11 + 64}. */
    static Formula elements(List<Weight> weights, Weight.Kind kind) {
        List<Formula> elements = new ArrayList<>();
        for (Weight weight : weights) {
            if (weight.kind() == kind) {
                elements.add(Formula.elements(weight.shape()));
            }
        }
        return Formula.sum(elements);
    }
}
