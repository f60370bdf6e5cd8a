package io.archmeter.graph;

import io.archmeter.problem.Span;
import java.util.List;
import java.util.Objects;

/**
 * One layer at its place in a graph.
 *
 * @param name its path, as PyTorch names the module: {@code layer1.0.conv1}
 * @param inputs the numbers of the nodes whose outputs it takes, each smaller than its own
 * @param output the shape that it puts out, batch in front
 * @param auxiliary whether it serves an output beside the main one, and so exists in training only
 * @param place where it is written
 * @param calls where it is written in a block, the calls that lead there, the nearest first
 */
public record Node(
        String name, Op op, List<Integer> inputs, Shape output, boolean auxiliary, Span place, List<Span> calls) {
    public Node {
        inputs = List.copyOf(inputs);
        calls = List.copyOf(calls);
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(place, "place");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a node needs a name");
        }
    }

    /** A layer that no block writes. */
    public Node(String name, Op op, List<Integer> inputs, Shape output, boolean auxiliary, Span place) {
        this(name, op, inputs, output, auxiliary, place, List.of());
    }

    public boolean isInput() {
        return op instanceof Input;
    }
}
