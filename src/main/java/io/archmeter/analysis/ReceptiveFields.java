package io.archmeter.analysis;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.op.Reach;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What each tensor of a network sees of its input, found in the order of the graph.
 *
 * @since 0.1.0
 */
public final class ReceptiveFields {
    private static final int NONE = -1;

    private final List<Optional<FieldOfView>> seen;

    /** The values that see nothing of the input, whatever it is: weights, and what is computed of weights alone. */
    private final BitSet blind = new BitSet();

    private final InputAxes first;

    private ReceptiveFields(int values, InputAxes first) {
        this.first = first;
        this.seen = new ArrayList<>(values);
    }

    /** Follows the windows of all layers. */
    public static ReceptiveFields of(NetworkFacts network) {
        Graph graph = network.graph();
        Map<Integer, InputAxes> inputs = InputAxes.of(network);
        ReceptiveFields fields = new ReceptiveFields(
                graph.values().size(), inputs.get(graph.inputs().get(0)));
        for (Value value : graph.values()) {
            fields.seen.add(
                    graph.nodes().get(value.node()).isInput()
                            ? ofInput(value.shape(), inputs.get(fields.seen.size()))
                            : fields.through(network.layer(value.node()), value));
        }
        return fields;
    }

    private static Optional<FieldOfView> ofInput(Shape input, InputAxes axes) {
        return countable(() -> Optional.of(FieldOfView.ofInput(input, axes)));
    }

    /** The axes of the first input along which it has positions. */
    public List<Integer> positions() {
        return first.positions();
    }

    /** What a value sees, by its number; empty where no window describes it, its numbers do not fit a {@code long}, or nobody knows how large its input is. */
    public Optional<ReceptiveField> seenBy(int value) {
        return seen.get(value).flatMap(FieldOfView::told);
    }

    /** What the next value sees. */
    private Optional<FieldOfView> through(LayerFacts layer, Value output) {
        Reach reach = layer.reach();
        int only = onlyValue(layer.node());
        boolean byItself = reach instanceof Reach.Mapped || reach instanceof Reach.Joined;
        if (only != NONE && !blind.get(only) && !byItself) {
            return through(seen.get(only), reach, layer, output);
        }
        List<Integer> taken = seenOf(layer);
        if (taken.isEmpty()) {
            blind.set(seen.size());
            return Optional.empty();
        }
        if (reach instanceof Reach.Mapped mapped) {
            return mapped(mapped, layer, output.shape());
        }
        if (reach instanceof Reach.Joined joined) {
            return all(layer)
                    .flatMap(fields -> countable(() -> FieldOfView.joined(fields, joined.axis(), output.shape())));
        }
        return through(before(taken), reach, layer, output);
    }

    private static Optional<FieldOfView> through(
            Optional<FieldOfView> before, Reach reach, LayerFacts layer, Value output) {
        if (before.isEmpty() || before.get().isSeenAsItIs(reach, output.shape())) {
            return before;
        }
        Shape input = layer.inputs().get(0);
        return countable(() -> before.get().through(reach, input, output.shape(), output.slot()));
    }

    /** The value that a node takes, or {@link #NONE}: it takes several then, or nothing but weights. */
    private static int onlyValue(Node node) {
        boolean only = node.inputs().size() == 1 && node.inputs().get(0) instanceof Operand.OfValue;
        for (int i = 0; i < node.weights().size() && only; i++) {
            only = node.weightNumber(i) != Node.COMPUTED;
        }
        return only ? node.inputs().get(0).number() : NONE;
    }

    private Optional<FieldOfView> mapped(Reach.Mapped mapped, LayerFacts layer, Shape output) {
        List<Optional<FieldOfView>> terms = new ArrayList<>();
        List<Operand> operands = layer.node().inputs();
        for (int i = 0; i < operands.size(); i++) {
            Optional<List<Integer>> from = mapped.inputs().get(i);
            if (from.isPresent() && operands.get(i) instanceof Operand.OfValue value && !blind.get(value.number())) {
                Shape input = layer.inputs().get(i);
                terms.add(seen.get(value.number())
                        .flatMap(field -> countable(() -> field.mapped(from.get(), input, output))));
            }
        }
        return terms.stream().reduce(ReceptiveFields::union).orElse(Optional.empty());
    }

    /** The first input of a layer of which something is seen, from 0. */
    int firstSeen(LayerFacts layer) {
        return layer.node().inputs().indexOf(Operand.value(seenOf(layer).get(0)));
    }

    /** What the positions that a layer takes see; through all of its inputs, unless it looks at each in another way. */
    Optional<FieldOfView> before(LayerFacts layer) {
        if (layer.reach() instanceof Reach.Mapped) {
            return seen.get(seenOf(layer).get(0));
        }
        return before(seenOf(layer));
    }

    private Optional<FieldOfView> before(List<Integer> taken) {
        Optional<FieldOfView> joined = seen.get(taken.get(0));
        for (int i = 1; i < taken.size(); i++) {
            joined = union(joined, seen.get(taken.get(i)));
        }
        return joined;
    }

    private Optional<List<FieldOfView>> all(LayerFacts layer) {
        List<FieldOfView> fields = new ArrayList<>();
        for (int value : seenOf(layer)) {
            seen.get(value).ifPresent(fields::add);
        }
        return fields.size() == seenOf(layer).size() ? Optional.of(fields) : Optional.empty();
    }

    private static Optional<FieldOfView> union(Optional<FieldOfView> one, Optional<FieldOfView> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return one.get() == other.get() ? one : countable(() -> one.get().union(other.get()));
    }

    /** The values that a layer takes, but for those that see nothing, and those of which nothing is seen. */
    private List<Integer> seenOf(LayerFacts layer) {
        List<Integer> values = layer.node().values();
        boolean mapped = layer.reach() instanceof Reach.Mapped;
        if (!mapped && blind.isEmpty()) {
            return values;
        }
        List<Integer> seeing = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!blind.get(values.get(i)) && !(mapped && isUnseen(layer, values.get(i)))) {
                seeing.add(values.get(i));
            }
        }
        return seeing;
    }

    private static boolean isUnseen(LayerFacts layer, int value) {
        List<Optional<List<Integer>>> inputs = ((Reach.Mapped) layer.reach()).inputs();
        List<Operand> operands = layer.node().inputs();
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) instanceof Operand.OfValue taken
                    && taken.number() == value
                    && inputs.get(i).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<FieldOfView> countable(Supplier<Optional<FieldOfView>> field) {
        try {
            return field.get();
        } catch (ArithmeticException | UnknownException tooFar) {
            return Optional.empty();
        }
    }
}
