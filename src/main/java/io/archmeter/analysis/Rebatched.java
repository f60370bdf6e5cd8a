package io.archmeter.analysis;

import io.archmeter.facts.Exact;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A network with another batch: the same layers, and each shape inferred anew. Equal shapes are one object then. */
final class Rebatched {
    /** What a layer puts out. Another one with the very same attributes and shapes puts out the same. */
    private record Inferred(Inputs inputs, Shape output) {}

    private final long batch;
    private final List<Node> nodes;
    private final Map<Op, Inferred> last = new IdentityHashMap<>();
    private final Map<List<Long>, Shape> shapes = new HashMap<>();

    private Rebatched(long batch, int nodes) {
        this.batch = batch;
        this.nodes = new ArrayList<>(nodes);
    }

    /**
     * Infers all shapes.
     *
     * @throws io.archmeter.problem.ProblemException where a tensor has more elements than a {@code long} counts
     * @throws io.archmeter.op.Refusal where a layer does not go together with that batch
     */
    static Graph of(Graph graph, long batch) {
        Rebatched rebatched = new Rebatched(batch, graph.nodes().size());
        graph.nodes().forEach(rebatched::add);
        return new Graph(graph.name(), graph.title(), rebatched.nodes, graph.output());
    }

    private void add(Node node) {
        Shape output =
                Exact.at(node, () -> node.isInput() ? counted(node.output().with(0, batch)) : inferred(node));
        nodes.add(
                new Node(node.name(), node.op(), node.inputs(), output, node.auxiliary(), node.place(), node.calls()));
    }

    private Shape inferred(Node node) {
        List<Shape> in = new ArrayList<>(node.inputs().size());
        node.inputs().forEach(input -> in.add(nodes.get(input).output()));
        Inferred known = last.get(node.op());
        if (known == null || !known.inputs.areTheVery(in)) {
            Inputs inputs = new Inputs(in);
            known = new Inferred(inputs, counted(Catalogue.infer(node.op(), inputs)));
            last.put(node.op(), known);
        }
        return known.output;
    }

    private Shape counted(Shape shape) {
        Shape equal = shapes.putIfAbsent(shape.extents(), shape);
        if (equal != null) {
            return equal;
        }
        shape.elements();
        return shape;
    }
}
