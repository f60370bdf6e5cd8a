package io.archmeter.analysis;

import io.archmeter.facts.Exact;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
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
    private record Known(Inputs inputs, List<Shape> outputs) {}

    private final Graph graph;
    private final long batch;
    private final Shape[] shapeOf;
    private final Map<Op, Known> last = new IdentityHashMap<>();
    private final Map<Shape, Shape> shapes = new HashMap<>();

    private Rebatched(Graph graph, long batch) {
        this.graph = graph;
        this.batch = batch;
        this.shapeOf = new Shape[graph.values().size()];
    }

    /**
     * Infers all shapes.
     *
     * @throws io.archmeter.problem.ProblemException where a tensor has more elements than a {@code long} counts
     * @throws io.archmeter.op.Refusal where a layer does not go together with that batch
     */
    static Graph of(Graph graph, long batch) {
        Rebatched rebatched = new Rebatched(graph, batch);
        for (Node node : graph.nodes()) {
            try {
                rebatched.infer(node);
            } catch (ArithmeticException tooLarge) {
                throw Exact.overflow(node);
            }
        }
        return graph.withShapes(List.of(rebatched.shapeOf));
    }

    private void infer(Node node) {
        if (node.op() instanceof Input input) {
            Shape before = graph.outputOf(node);
            shapeOf[node.output()] = counted(input.batch() ? before.with(0, batch) : before);
            return;
        }
        List<Shape> outputs = outputs(node);
        for (int slot = 0; slot < outputs.size(); slot++) {
            shapeOf[node.outputs().get(slot)] = outputs.get(slot).from(node.name());
        }
    }

    private List<Shape> outputs(Node node) {
        Known known = last.get(node.op());
        if (known == null || !takes(node, known.inputs)) {
            Inputs inputs = inputs(node);
            known = new Known(inputs, counted(Catalogue.outputs(node.op(), inputs)));
            last.put(node.op(), known);
        }
        return known.outputs;
    }

    /** Whether a node takes the very shapes, with the same types. */
    private boolean takes(Node node, Inputs inputs) {
        boolean same = node.inputs().size() == inputs.size();
        for (int i = 0; i < inputs.size() && same; i++) {
            Operand operand = node.inputs().get(i);
            same = shape(operand) == inputs.shapes().get(i)
                    && graph.typeOf(operand) == inputs.types().get(i);
        }
        return same;
    }

    private Inputs inputs(Node node) {
        List<Shape> shapes = new ArrayList<>(node.inputs().size());
        List<DType> types = new ArrayList<>(node.inputs().size());
        for (Operand operand : node.inputs()) {
            shapes.add(shape(operand));
            types.add(graph.typeOf(operand));
        }
        return new Inputs(shapes, types);
    }

    private Shape shape(Operand operand) {
        return operand instanceof Operand.OfValue value ? shapeOf[value.number()] : graph.shapeOf(operand);
    }

    private List<Shape> counted(List<Output> outputs) {
        List<Shape> counted = new ArrayList<>(outputs.size());
        for (Output output : outputs) {
            counted.add(counted(output.shape()));
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
