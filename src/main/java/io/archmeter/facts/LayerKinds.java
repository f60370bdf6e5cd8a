package io.archmeter.facts;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Op;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds of layers of a network, each with equal attributes, shapes and weights: what follows from these is worked out once. */
final class LayerKinds {
    /** Layers that are all different are not worth more. */
    private static final int MOST_LOOKS = 16;

    /**
     * With fewer nodes attributes are equal if they are one object, as loading has made them: what the JDK needs for its first comparison
     * of records takes longer than to work out some hundred layers.
     */
    private static final int WORTH_COMPARING = 256;

    private static final int USUAL_KINDS = 64;

    private final Graph graph;
    private final boolean compares;

    /**
     * Loading has made most equal attributes on equal shapes one object; then a look is enough. Where attributes are not compared, each
     * knows those before it with the same.
     */
    private final Map<Op, SharedFacts> last;

    /** By operator and output, those that were met last; they know the others. */
    private final Map<Integer, SharedFacts> first = new HashMap<>();

    LayerKinds(Graph graph) {
        this.graph = graph;
        this.compares = graph.nodes().size() >= WORTH_COMPARING;
        this.last = new IdentityHashMap<>(Math.min(graph.nodes().size(), USUAL_KINDS));
    }

    /** @param weights the numbers of those that are counted to the layer */
    SharedFacts of(int node, int[] weights) {
        Op op = graph.nodes().get(node).op();
        SharedFacts before = last.get(op);
        if (before != null && before.areOfTheVery(node, weights)) {
            return before;
        }
        return compares ? compared(op, node, weights) : among(Optional.ofNullable(before), op, node, weights);
    }

    private SharedFacts compared(Op op, int node, int[] weights) {
        int key = 31 * op.kind().hashCode()
                + graph.values().get(graph.nodes().get(node).output()).shape().hashCode();
        SharedFacts known = among(Optional.ofNullable(first.get(key)), op, node, weights);
        if (known.isOf(node)) {
            first.put(key, known);
        }
        last.put(op, known);
        return known;
    }

    /** One of these that is the same, or a newcomer that knows them. */
    private SharedFacts among(Optional<SharedFacts> met, Op op, int node, int[] weights) {
        Optional<SharedFacts> equal = met;
        for (int looks = 0; looks < MOST_LOOKS && equal.isPresent(); looks++) {
            SharedFacts one = equal.get();
            if (one.areOfEqual(node, weights) && (one.op() == op || one.op().equals(op))) {
                return one;
            }
            equal = one.next();
        }
        SharedFacts newcomer = new SharedFacts(graph, node, weights, met);
        if (!compares) {
            last.put(op, newcomer);
        }
        return newcomer;
    }
}
