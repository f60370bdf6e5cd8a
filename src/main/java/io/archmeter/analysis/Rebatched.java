package io.archmeter.analysis;

import io.archmeter.facts.Exact;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network with another batch: the same layers, and each shape inferred anew. */
final class Rebatched {
    private Rebatched() {}

    /**
     * Infers all shapes.
     *
     * @throws io.archmeter.problem.ProblemException where a tensor has more elements than a {@code long} counts
     * @throws io.archmeter.op.Refusal where a layer does not go together with that batch
     */
    static Graph of(Graph graph, long batch) {
        List<Node> nodes = new ArrayList<>(graph.nodes().size());
        // Equal shapes are one object: what is known of a layer is then known of all that have the very same ones.
        Map<List<Long>, Shape> shapes = new HashMap<>();
        for (Node node : graph.nodes()) {
            Shape output = Exact.at(node, () -> counted(node, nodes, batch));
            Shape one = shapes.computeIfAbsent(output.extents(), newcomer -> output);
            nodes.add(
                    new Node(node.name(), node.op(), node.inputs(), one, node.auxiliary(), node.place(), node.calls()));
        }
        return new Graph(graph.name(), graph.title(), nodes, graph.output());
    }

    private static Shape counted(Node node, List<Node> before, long batch) {
        Shape output = node.isInput() ? node.output().with(0, batch) : infer(node, before);
        output.elements();
        return output;
    }

    private static Shape infer(Node node, List<Node> before) {
        List<Shape> inputs = new ArrayList<>(node.inputs().size());
        node.inputs().forEach(input -> inputs.add(before.get(input).output()));
        return Catalogue.infer(node.op(), new Inputs(inputs));
    }
}
