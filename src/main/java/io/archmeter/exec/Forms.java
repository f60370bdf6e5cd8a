package io.archmeter.exec;

import io.archmeter.exec.kernel.Kernels;
import io.archmeter.exec.tensor.Alone;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Stored;
import io.archmeter.graph.Stored.Form;
import io.archmeter.graph.Weight;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements of weights: those that the network brings, in the form in which a layer takes them; what it lacks is drawn. */
final class Forms {
    private final Graph graph;
    private final WeightSource drawn;
    private final Workers workers;
    private final Set<Integer> lacking = new HashSet<>();

    Forms(Graph graph, WeightSource drawn, Workers workers) {
        this.graph = graph;
        this.drawn = drawn;
        this.workers = workers;
    }

    /** The elements of a weight as it is stored. */
    float[] elements(int number, long... extents) {
        Weight weight = graph.weights().get(number);
        Optional<float[]> stored = graph.stored()
                .elements()
                .of(number)
                .filter(elements -> elements.length == Shape.of(extents).elements());
        if (stored.isEmpty()) {
            lacking.add(number);
        }
        return stored.orElseGet(() -> drawn.draw(weight, extents));
    }

    /** Whether elements of a weight were drawn. */
    boolean hasDrawn(int number) {
        return lacking.contains(number);
    }

    /** What a layer calls a weight, where it is not stored as the layer takes it. */
    Optional<float[]> of(Node node, String role, long... extents) {
        return Optional.ofNullable(graph.stored().forms().get(new Stored.Use(node.name(), role)))
                .flatMap(this::tensor)
                .filter(tensor -> tensor.elements() == Shape.of(extents).elements())
                .map(Tensor::data);
    }

    /**
     * One that begins at the beginning of its array; empty where nothing computes it. What it is made of is computed once each, one after
     * the other, and dropped with its last taker.
     */
    private Optional<Tensor> tensor(Form form) {
        FormOrder order = FormOrder.of(form);
        Map<Form, Optional<Tensor>> made = new IdentityHashMap<>();
        for (Form next : order.forms()) {
            made.put(next, next instanceof Form.Made computed ? made(computed, made) : stored(next));
            order.lastTakenBy(next).forEach(made::remove);
        }
        return made.get(form);
    }

    private Optional<Tensor> stored(Form form) {
        if (form instanceof Form.Known known) {
            float[] elements = new float[known.elements().size()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = known.elements().get(i).floatValue();
            }
            return Optional.of(new Tensor(elements, 0, known.shape()));
        }
        int number = ((Form.OfWeight) form).number();
        Shape shape = graph.weights().get(number).shape();
        long[] extents = shape.extents().stream().mapToLong(Long::longValue).toArray();
        float[] elements = graph.stored().elements().of(number).orElseGet(() -> elements(number, extents));
        // Numbers that share bytes are as many as their bytes.
        Shape own = elements.length == shape.elements() ? shape : Shape.of(elements.length);
        return Optional.of(new Tensor(elements, 0, own));
    }

    private Optional<Tensor> made(Form.Made made, Map<Form, Optional<Tensor>> before) {
        Optional<Kernel<Op>> kernel = Kernels.of(made.op());
        List<Tensor> operands = new ArrayList<>();
        for (Form operand : made.operands()) {
            before.get(operand).ifPresent(operands::add);
        }
        if (kernel.isEmpty() || operands.size() < made.operands().size()) {
            return Optional.empty();
        }
        Alone call = Alone.before(operands, workers);
        List<Shape> shapes = operands.stream().map(Tensor::shape).toList();
        kernel.get()
                .prepare(made.op(), shapes, (tensor, extents) -> {
                    throw new IllegalStateException("a constant takes no weight " + tensor);
                })
                .run(call);
        return Optional.of(call.output(made.output()));
    }
}
