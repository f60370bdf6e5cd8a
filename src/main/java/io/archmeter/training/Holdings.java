package io.archmeter.training;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Overflow;
import io.archmeter.op.Kept;
import io.archmeter.op.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Finds all that is held in an iteration of training, and from when until when. */
final class Holdings {
    private final Graph graph;
    private final DType type;
    private final Optimizer optimizer;
    private final Passes passes;
    private final Steps steps;
    private final List<Holding> all = new ArrayList<>();

    private Holdings(Graph graph, DType type, Optimizer optimizer) {
        this.graph = graph;
        this.type = type;
        this.optimizer = optimizer;
        this.passes = Passes.of(graph);
        this.steps = new Steps(graph);
    }

    static List<Holding> of(Graph graph, DType type, Optimizer optimizer) {
        Holdings holdings = new Holdings(graph, type, optimizer);
        long[] bytes =
                graph.nodes().stream().mapToLong(node -> bytes(node, type)).toArray();
        holdings.addActivations(bytes);
        holdings.all.addAll(Gradients.of(graph, holdings.passes, bytes));
        for (int number = 0; number < bytes.length; number++) {
            Node node = graph.nodes().get(number);
            try {
                holdings.addWeights(number, node);
                holdings.addExtras(number, node);
            } catch (ArithmeticException tooMany) {
                throw Overflow.at(node);
            }
        }
        return List.copyOf(holdings.all);
    }

    private static long bytes(Node node, DType type) {
        try {
            return Math.multiplyExact(node.output().elements(), type.bytes());
        } catch (ArithmeticException tooMany) {
            throw Overflow.at(node);
        }
    }

    private void addWeights(int number, Node node) {
        for (Weight weight : passes.weights(number)) {
            long bytes = Math.multiplyExact(
                    weight.elements().value(), weight.element().bytes(type));
            String name = node.name() + "." + weight.name();
            add(Holding.Use.WEIGHTS, node, name, bytes, 0, steps.update());
            if (weight.kind() == Weight.Kind.PARAMETER) {
                add(Holding.Use.OPTIMIZER_STATE, node, name, optimizer.stateBytes(bytes), 0, steps.update());
                add(Holding.Use.PARAMETER_GRADIENT, node, name, bytes, steps.backward(number), steps.update());
            }
        }
    }

    private void addExtras(int number, Node node) {
        for (Kept.Extra extra : passes.kept(number).more()) {
            long bytes =
                    Math.multiplyExact(extra.elements().value(), extra.element().bytes(type));
            String name = node.name() + " " + extra.name();
            add(Holding.Use.KEPT, node, name, bytes, steps.forward(number), steps.backward(number));
        }
    }

    /** Tensors that replace each other are one piece of memory, of which the last is kept, if any is. */
    private void addActivations(long[] bytes) {
        int[] first = new int[bytes.length];
        boolean[] replaced = new boolean[bytes.length];
        Arrays.setAll(first, steps::forward);
        for (int tensor = 0; tensor < bytes.length; tensor++) {
            OptionalInt before = passes.replaced(tensor);
            if (before.isPresent()) {
                first[tensor] = first[before.getAsInt()];
                replaced[before.getAsInt()] = true;
            }
        }
        for (int tensor = 0; tensor < bytes.length; tensor++) {
            if (passes.isTensor(tensor) && !replaced[tensor]) {
                addActivation(tensor, bytes[tensor], first[tensor]);
            }
        }
    }

    private void addActivation(int tensor, long bytes, int first) {
        OptionalInt keeper = passes.firstKeeper(tensor);
        Holding.Use use = keeper.isPresent() ? Holding.Use.KEPT : Holding.Use.ACTIVATION;
        int last = keeper.isPresent()
                ? steps.backward(keeper.getAsInt())
                : passes.lastReader(tensor).orElse(steps.lastForward());
        Node node = graph.nodes().get(tensor);
        add(use, node, node.name(), bytes, first, last);
    }

    private void add(Holding.Use use, Node node, String name, long bytes, int first, int last) {
        if (bytes > 0) {
            all.add(new Holding(use, node.name(), name, bytes, first, last));
        }
    }
}
