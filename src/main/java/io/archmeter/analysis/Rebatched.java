package io.archmeter.analysis;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Overflow;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import java.util.ArrayList;
import java.util.List;

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
        for (Node node : graph.nodes()) {
            try {
                Shape output = node.isInput() ? node.output().with(0, batch) : infer(node, nodes);
                output.elements();
                nodes.add(new Node(
                        node.name(), node.op(), node.inputs(), output, node.auxiliary(), node.place(), node.calls()));
            } catch (ArithmeticException tooLarge) {
                throw Overflow.at(node);
            }
        }
        return new Graph(graph.name(), graph.title(), nodes, graph.output());
    }

    private static Shape infer(Node node, List<Node> before) {
        List<Shape> inputs = new ArrayList<>(node.inputs().size());
        node.inputs().forEach(input -> inputs.add(before.get(input).output()));
        return Catalogue.infer(node.op(), new Inputs(inputs));
    }
}
