package io.archmeter.analysis;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.op.Reach;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The receptive fields of a graph's nodes, found one after the other in the order of the graph. */
final class ReceptiveFields {
    private final List<Optional<FieldOfView>> seen = new ArrayList<>();

    /** What is told of each; most operators see the very field of their input. */
    private final Map<FieldOfView, ReceptiveField> told = new IdentityHashMap<>();

    /** What the next node sees; empty where no window describes it, or its numbers do not fit a {@code long}. */
    Optional<ReceptiveField> add(Graph graph, Node node, Reach reach) {
        Optional<FieldOfView> field = before(node)
                .flatMap(before -> countable(
                        () -> before.through(reach, graph.outputOf(node).spatial())));
        seen.add(field);
        return told(field);
    }

    void addInput(Graph graph, Node input) {
        seen.add(Optional.of(FieldOfView.ofInput(graph.outputOf(input).spatial())));
    }

    Optional<ReceptiveField> of(int node) {
        return told(seen.get(node));
    }

    private Optional<ReceptiveField> told(Optional<FieldOfView> field) {
        return field.map(some -> told.computeIfAbsent(some, FieldOfView::told));
    }

    /** What the positions that a node takes see, through all of its inputs. */
    Optional<FieldOfView> before(Node node) {
        Optional<FieldOfView> joined = seen.get(node.values().get(0));
        for (int input : node.values().subList(1, node.values().size())) {
            joined = joined.flatMap(some -> seen.get(input).flatMap(other -> countable(() -> some.union(other))));
        }
        return joined;
    }

    private static Optional<FieldOfView> countable(Supplier<Optional<FieldOfView>> field) {
        try {
            return field.get();
        } catch (ArithmeticException tooFar) {
            return Optional.empty();
        }
    }
}
