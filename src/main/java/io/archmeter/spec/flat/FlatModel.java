package io.archmeter.spec.flat;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model whose loops are unrolled, whose blocks are put in place of their calls, and whose expressions are evaluated. What is
 * left is what the rules of the operators make of it: attributes and shapes.
 *
 * @param sample the shape of one sample
 * @param output the number of the node that is the main output
 */
public record FlatModel(
        String name,
        String title,
        String inputName,
        Shape sample,
        Span inputPlace,
        List<FlatLayer> layers,
        int output) {
    public FlatModel {
        layers = List.copyOf(layers);
    }

    /** What a rule makes of a call. Networks repeat themselves: a rule is asked once for the same call on the same shapes. */
    private record Inferred(List<Shape> inputs, Op op, Shape output) {
        /** @param shapes of which equal ones are the same object */
        boolean isOf(List<Shape> shapes) {
            boolean same = shapes.size() == inputs.size();
            for (int i = 0; same && i < shapes.size(); i++) {
                same = shapes.get(i) == inputs.get(i);
            }
            return same;
        }
    }

    /**
     * The flat model that a graph was made of.
     *
     * @param graph for one sample
     * @param calls those of its nodes behind the input, in order
     */
    public static FlatModel of(Graph graph, List<FlatCall> calls) {
        List<FlatLayer> layers = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Node node = graph.nodes().get(i + 1);
            layers.add(new FlatLayer(
                    node.name(), calls.get(i), node.inputs(), node.auxiliary(), node.place(), node.calls()));
        }
        List<Long> extents = graph.input().extents();
        Node input = graph.nodes().get(0);
        return new FlatModel(
                graph.name(),
                graph.title(),
                input.name(),
                new Shape(extents.subList(1, extents.size())),
                input.place(),
                layers,
                graph.output());
    }

    /**
     * The graph for a number of samples.
     *
     * @throws io.archmeter.op.Refusal where a rule refuses what comes in
     * @throws ArithmeticException where a tensor has more elements than can be counted
     */
    public Graph graph(long batch) {
        List<Node> nodes = new ArrayList<>(layers.size() + 1);
        Inference inference = new Inference();
        nodes.add(new Node(
                inputName, new Input(), List.of(), inference.counted(sample.behind(batch)), false, inputPlace));
        for (FlatLayer layer : layers) {
            List<Shape> shapes = new ArrayList<>(layer.inputs().size());
            for (int input : layer.inputs()) {
                shapes.add(nodes.get(input).output());
            }
            Inferred inferred = inference.of(layer.call(), shapes);
            nodes.add(new Node(
                    layer.name(),
                    inferred.op(),
                    layer.inputs(),
                    inferred.output(),
                    layer.auxiliary(),
                    layer.place(),
                    layer.calls()));
        }
        return new Graph(name, title, nodes, output);
    }

    /** What the rules have made of a graph so far. */
    private static final class Inference {
        private final Map<FlatCall, List<Inferred>> known = new IdentityHashMap<>();
        private final Map<List<Long>, Shape> shapes = new HashMap<>();

        /** What the rule of a call has made of these inputs, or makes of them now. */
        Inferred of(FlatCall call, List<Shape> in) {
            List<Inferred> ofCall = known.computeIfAbsent(call, newcomer -> new ArrayList<>());
            for (Inferred before : ofCall) {
                if (before.isOf(in)) {
                    return before;
                }
            }
            Inputs inputs = new Inputs(in);
            Op op = call.operator().read(call.arguments(), inputs);
            Inferred inferred = new Inferred(inputs.shapes(), op, counted(Catalogue.infer(op, inputs)));
            ofCall.add(inferred);
            return inferred;
        }

        /** A shape whose elements can be counted; equal ones are the same object. */
        Shape counted(Shape shape) {
            Shape equal = shapes.putIfAbsent(shape.extents(), shape);
            if (equal != null) {
                return equal;
            }
            shape.elements();
            return shape;
        }
    }
}
