package io.archmeter.facts;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Op;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The layers of a network that have equal attributes, shapes and weights: what follows from these is worked out once. */
final class AlikeLayers {
    private final Graph graph;

    /** Loading has made most equal attributes on equal shapes one object; then a look is enough. */
    private final Map<Op, SharedFacts> last = new IdentityHashMap<>();

    /** Of equal attributes those that were met last; they know the others. */
    private final Map<Op, SharedFacts> first = new HashMap<>();

    AlikeLayers(Graph graph) {
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
        Optional<SharedFacts> all = Optional.ofNullable(first.get(op));
        for (Optional<SharedFacts> equal = all;
                equal.isPresent();
                equal = equal.get().next()) {
            if (equal.get().areOfEqual(graph, node, weights)) {
                return equal.get();
            }
        }
        SharedFacts newcomer = new SharedFacts(graph, node, weights, all);
        first.put(op, newcomer);
        return newcomer;
    }
}
