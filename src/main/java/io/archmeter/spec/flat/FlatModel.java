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
import java.util.List;

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
        nodes.add(new Node(inputName, new Input(), List.of(), counted(sample.behind(batch)), false, inputPlace));
        for (FlatLayer layer : layers) {
            List<Shape> shapes = new ArrayList<>(layer.inputs().size());
            for (int input : layer.inputs()) {
                shapes.add(nodes.get(input).output());
            }
            Inputs inputs = new Inputs(shapes);
            FlatCall call = layer.call();
            Op op = call.operator().read(call.arguments(), inputs);
            Shape shape = counted(Catalogue.infer(op, inputs));
            nodes.add(
                    new Node(layer.name(), op, layer.inputs(), shape, layer.auxiliary(), layer.place(), layer.calls()));
        }
        return new Graph(name, title, nodes, output);
    }

    private static Shape counted(Shape shape) {
        shape.elements();
        return shape;
    }
}
