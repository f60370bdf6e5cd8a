package io.archmeter.analysis;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What each tensor of a network sees of its input, found in the order of the graph. */
public final class ReceptiveFields {
    private final List<Optional<FieldOfView>> seen;

    /** The values that see nothing of the input, whatever it is: weights, and what is computed of weights alone. */
    private final BitSet blind = new BitSet();

    /** What is told of each; most operators see the very field of their input. */
    private final Map<FieldOfView, ReceptiveField> told = new IdentityHashMap<>();

    private ReceptiveFields(int values) {
        this.seen = new ArrayList<>(values);
    }

    /** Follows the windows of all layers. */
    public static ReceptiveFields of(NetworkFacts network) {
        Graph graph = network.graph();
        ReceptiveFields fields = new ReceptiveFields(graph.values().size());
        for (Value value : graph.values()) {
            fields.seen.add(
                    graph.nodes().get(value.node()).isInput()
                            ? countable(() -> Optional.of(
                                    FieldOfView.ofInput(value.shape().spatial())))
                            : fields.through(network.layer(value.node()), value.shape()));
        }
        return fields;
    }

    /** What a value sees, by its number; empty where no window describes it, its numbers do not fit a {@code long}, or nobody knows how large its input is. */
    public Optional<ReceptiveField> seenBy(int value) {
        return seen.get(value).map(some -> told.computeIfAbsent(some, FieldOfView::told));
    }

    /** What the next value sees. */
    private Optional<FieldOfView> through(LayerFacts layer, Shape output) {
        List<Integer> inputs = seenOf(layer.node());
        if (inputs.isEmpty()) {
            blind.set(seen.size());
        }
        return joined(inputs).flatMap(before -> countable(() -> before.through(layer.reach(), output.spatial())));
    }

    /** What the positions that a layer takes see, through all of its inputs; nothing where it takes weights alone. */
    Optional<FieldOfView> before(LayerFacts layer) {
        return joined(seenOf(layer.node()));
    }

    private Optional<FieldOfView> joined(List<Integer> inputs) {
        Optional<FieldOfView> joined = inputs.isEmpty() ? Optional.empty() : seen.get(inputs.get(0));
        for (int i = 1; i < inputs.size(); i++) {
            Optional<FieldOfView> next = seen.get(inputs.get(i));
            joined = joined.flatMap(some -> next.flatMap(other -> countable(() -> some.union(other))));
        }
        return joined;
    }

    /** The values that a node takes, but for those that see nothing. */
    private List<Integer> seenOf(Node node) {
        List<Integer> values = node.values();
        return blind.isEmpty()
                ? values
                : values.stream().filter(value -> !blind.get(value)).toList();
    }

    private static Optional<FieldOfView> countable(Supplier<Optional<FieldOfView>> field) {
        try {
            return field.get();
        } catch (ArithmeticException | UnknownException tooFar) {
            return Optional.empty();
        }
    }
}
