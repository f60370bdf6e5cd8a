package io.archmeter.facts;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The layers of a network that have equal attributes, shapes and weights: what follows from these is worked out once. */
final class AlikeLayers {
    private final Graph graph;

    /** Loading has made most equal attributes on equal shapes one object; then a look is enough. */
    private final Map<Op, SharedFacts> last = new IdentityHashMap<>();

    private final Map<Op, List<SharedFacts>> all = new HashMap<>();

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
        List<SharedFacts> equal = all.computeIfAbsent(op, newcomer -> new ArrayList<>(1));
        for (SharedFacts before : equal) {
            if (before.areOfEqual(graph, node, weights)) {
                return before;
            }
        }
        SharedFacts newcomer = new SharedFacts(graph, node, weights);
        equal.add(newcomer);
        return newcomer;
    }
}
