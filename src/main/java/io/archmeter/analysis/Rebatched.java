package io.archmeter.analysis;

import io.archmeter.facts.Exact;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Input;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A network with another batch: the same layers and weights, and each shape inferred anew. Equal shapes are one object then. */
final class Rebatched {
    /** What a layer puts out. Another one with the very same attributes and inputs puts out the same. */
    private record Known(Inputs inputs, List<Output> outputs) {}

    private final long batch;
    private final GraphDraft draft;
    private final Map<Op, Known> last = new IdentityHashMap<>();
    private final Map<Shape, Shape> shapes = new HashMap<>();

    private Rebatched(long batch, DType type) {
        this.batch = batch;
        this.draft = new GraphDraft(type);
    }

    /**
     * Infers all shapes.
     *
     * @throws io.archmeter.problem.ProblemException where a tensor has more elements than a {@code long} counts
     * @throws io.archmeter.op.Refusal where a layer does not go together with that batch
     */
    static Graph of(Graph graph, long batch) {
        Rebatched rebatched = new Rebatched(batch, graph.type());
        graph.weights().forEach(rebatched.draft::addWeight);
        graph.nodes().forEach(node -> Exact.at(node, () -> rebatched.add(node, graph.valueOf(node))));
        return rebatched
                .draft
                .graph(graph.name(), graph.title(), graph.outputs())
                .withNotes(graph.notes());
    }

    private int add(Node node, Value before) {
        int value = added(node, before);
        if (node.functional()) {
            draft.callAsFunction(value);
        }
        return value;
    }

    private int added(Node node, Value before) {
        return node.op() instanceof Input input
                ? draft.addInput(
                        node.name(),
                        input,
                        counted(input.batch() ? before.shape().with(0, batch) : before.shape()),
                        before.type(),
                        node.place())
                : draft.add(
                        node.name(),
                        node.op(),
                        node.inputs(),
                        node.weights(),
                        outputs(node),
                        node.auxiliary(),
                        node.place(),
                        node.calls());
    }

    private List<Output> outputs(Node node) {
        List<Shape> in = new ArrayList<>(node.inputs().size());
        List<DType> types = new ArrayList<>(node.inputs().size());
        for (Operand operand : node.inputs()) {
            in.add(draft.shape(operand));
            types.add(draft.type(operand));
        }
        Known known = last.get(node.op());
        if (known == null || !known.inputs.areTheVery(in, types)) {
            Inputs inputs = new Inputs(in, types);
            known = new Known(inputs, counted(Catalogue.infer(node.op(), inputs).outputs()));
            last.put(node.op(), known);
        }
        return known.outputs;
    }

    private List<Output> counted(List<Output> outputs) {
        List<Output> counted = new ArrayList<>(outputs.size());
        for (Output output : outputs) {
            counted.add(new Output(output.name(), counted(output.shape()), output.type()));
        }
        return counted;
    }

    private Shape counted(Shape shape) {
        Shape equal = shapes.putIfAbsent(shape, shape);
        if (equal != null) {
            return equal;
        }
        shape.requireCountable();
        return shape;
    }
}
