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

    private final Graph graph;

    /** Loading has made most equal attributes on equal shapes one object; then a look is enough. */
    private final Map<Op, SharedFacts> last = new IdentityHashMap<>();

    /** By operator and output, those that were met last; they know the others. */
    private final Map<Integer, SharedFacts> first = new HashMap<>();

    LayerKinds(Graph graph) {
        this.graph = graph;
    }

    /** @param weights the numbers of those that are counted to the layer */
    SharedFacts of(int node, int[] weights) {
        Op op = graph.nodes().get(node).op();
        SharedFacts before = last.get(op);
        if (before != null && before.areOfTheVery(graph, node, weights)) {
            return before;
        }
        SharedFacts known = known(op, node, weights);
        last.put(op, known);
        return known;
    }

    private SharedFacts known(Op op, int node, int[] weights) {
        int key = 31 * op.kind().hashCode()
                + graph.values().get(graph.nodes().get(node).output()).shape().hashCode();
        Optional<SharedFacts> before = Optional.ofNullable(first.get(key));
        Optional<SharedFacts> equal = before;
        for (int looks = 0; looks < MOST_LOOKS && equal.isPresent(); looks++) {
            if (equal.get().areOfEqual(graph, node, weights)
                    && isEqual(equal.get().op(), op)) {
                return equal.get();
            }
            equal = equal.get().next();
        }
        SharedFacts newcomer = new SharedFacts(graph, node, weights, before);
        first.put(key, newcomer);
        return newcomer;
    }

    private boolean isEqual(Op one, Op other) {
        return one == other || graph.nodes().size() >= WORTH_COMPARING && one.equals(other);
    }
}
