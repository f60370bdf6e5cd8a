package io.archmeter;

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

/** Builds graphs node by node, also such as no spec describes: with outputs that nobody takes. */
public final class Nodes {
    private static final Span HERE = Span.of("test");

    private final List<Node> nodes = new ArrayList<>();

    /** Begins with the input, which has the number 0. */
    public Nodes(long... input) {
        nodes.add(new Node("input", new Input(), List.of(), Shape.of(input), false, HERE));
    }

    /**
     * Adds a node; its name is its kind and its number, e.g. {@code conv1}.
     *
     * @return its number
     */
    public int add(Op op, Integer... inputs) {
        return add(op, false, List.of(inputs));
    }

    /** Adds a node that serves an output beside the main one. */
    public int addAuxiliary(Op op, Integer... inputs) {
        return add(op, true, List.of(inputs));
    }

    int add(Op op, boolean auxiliary, List<Integer> inputs) {
        Inputs in = new Inputs(
                inputs.stream().map(input -> nodes.get(input).output()).toList());
        nodes.add(new Node(op.kind() + nodes.size(), op, inputs, Catalogue.infer(op, in), auxiliary, HERE));
        return nodes.size() - 1;
    }

    Node get(int number) {
        return nodes.get(number);
    }

    int size() {
        return nodes.size();
    }

    /** The graph whose main output is the last node. */
    public Graph graph() {
        return graph(nodes.size() - 1);
    }

    public Graph graph(int output) {
        return new Graph("test", "", nodes, output);
    }
}
