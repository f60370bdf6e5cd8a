package io.archmeter.onnx.infer;

import java.util.List;
import java.util.Optional;

/**
 * How many elements of larger values a model has that are followed: each costs memory and time, and a file of a few bytes a node can have
 * them at every node. When they are too many, larger values are values without elements from there on. Small ones, as shapes and axes
 * are, take as much as their nodes do, and are always followed.
 */
final class FollowedTotal {
    /** That of a value of which nobody counts the elements. */
    private static final int SMALL = 64;

    /** More than any network has whose shapes depend on them: anchors and tables of positions are a few thousand each. */
    private static final long MOST = 1L << 22;

    private long total;

    /** A value as a node is given it. */
    Fact given(Fact fact) {
        return size(fact) > SMALL && total >= MOST ? ((Fact.Tensor) fact).withoutContent() : fact;
    }

    /** A node has looked at values and made others. */
    void add(List<Optional<Fact>> inputs, List<Fact> outputs) {
        for (Optional<Fact> input : inputs) {
            add(input.map(FollowedTotal::size).orElse(0));
        }
        for (Fact output : outputs) {
            add(size(output));
        }
    }

    private void add(int size) {
        total += size > SMALL ? size : 0;
    }

    /** How many elements of a value are followed. */
    static int size(Fact fact) {
        return fact instanceof Fact.Tensor tensor && tensor.content().isPresent()
                ? tensor.content().get().size()
                : 0;
    }
}
