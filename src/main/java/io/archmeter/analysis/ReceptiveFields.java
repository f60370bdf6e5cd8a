package io.archmeter.analysis;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What each tensor of a network sees of its input, found in the order of the graph. */
public final class ReceptiveFields {
    private final List<Optional<FieldOfView>> seen;

    /** What is told of each; most operators see the very field of their input. */
    private final Map<FieldOfView, ReceptiveField> told = new IdentityHashMap<>();

    private ReceptiveFields(int nodes) {
        this.seen = new ArrayList<>(nodes);
    }

    /** Follows the windows of all layers. */
    public static ReceptiveFields of(NetworkFacts network) {
        Graph graph = network.graph();
        ReceptiveFields fields = new ReceptiveFields(graph.nodes().size());
        for (int number = 0; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            fields.seen.add(
                    node.isInput()
                            ? Optional.of(FieldOfView.ofInput(node.output().spatial()))
                            : fields.through(network.layer(number)));
        }
        return fields;
    }

    /** What the output of a node sees, by its number; empty where no window describes it, or its numbers do not fit a {@code long}. */
    public Optional<ReceptiveField> seenBy(int node) {
        return seen.get(node).map(some -> told.computeIfAbsent(some, FieldOfView::told));
    }

    private Optional<FieldOfView> through(LayerFacts layer) {
        return before(layer)
                .flatMap(before -> countable(
                        () -> before.through(layer.reach(), layer.output().spatial())));
    }

    /** What the positions that a layer takes see, through all of its inputs. */
    Optional<FieldOfView> before(LayerFacts layer) {
        List<Integer> inputs = layer.node().inputs();
        Optional<FieldOfView> joined = seen.get(inputs.get(0));
        for (int input : inputs.subList(1, inputs.size())) {
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
