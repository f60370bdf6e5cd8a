package io.archmeter.spec.write;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Value;
import io.archmeter.op.Formula;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A layer that no operator of a spec says, as most of those of a file that the catalogue does not have: its facts are declared. */
final class DeclaredWords {
    private final NetworkFacts network;
    private final Graph graph;
    private final StoredTypes types;
    private final StoredTensors stored;

    DeclaredWords(NetworkFacts network, StoredTypes types, StoredTensors stored) {
        this.network = network;
        this.graph = network.graph();
        this.types = types;
        this.stored = stored;
    }

    SaidLayer say(Node node, String path) {
        OwnWeights own = new OwnWeights(graph, types, stored, Set.of());
        node.weightNumbers().stream().filter(stored::isThere).forEach(own::addDeclared);
        LayerFacts facts = network.layer(graph.values().get(node.output()).node());
        List<Integer> takes = new ArrayList<>(node.values());
        Optional<Written> storage = storage(facts.storage(), node, takes);
        Work work = facts.work();
        boolean bySample = isBySample(node, work, takes);
        // By how much its numbers are divided: those of one sample are written, where it has samples.
        long batch = bySample ? first(takes).batch() : 1;
        Map<String, Written> keys = keys(node, work, own.parameters(), bySample, batch);
        storage.ifPresent(place -> keys.put("storage", place));
        others(work, batch).ifPresent(others -> keys.put("others", others));
        own.stored().ifPresent(tensors -> keys.put("stored", tensors));
        own.take(path);
        return new SaidLayer(
                path,
                CustomWords.KIND,
                Optional.of(Written.text(node.op().kind())),
                keys,
                takes,
                node.output(),
                Optional.empty(),
                own.shared(),
                node.auxiliary());
    }

    private Map<String, Written> keys(Node node, Work work, Written parameters, boolean bySample, long batch) {
        List<Value> made = graph.valuesOf(node);
        OptionalLong all = amount(work.multiplyAdds());
        OptionalLong effective = amount(work.effectiveMultiplyAdds());
        Map<String, Written> keys = new LinkedHashMap<>();
        keys.put(
                "output",
                new Written.Value(CustomWords.shape(
                        bySample ? made.get(0).shape().sample() : made.get(0).shape())));
        DType type = types.of(made.get(0).type());
        if (type != DType.FLOAT32) {
            keys.put("dtype", Written.text(type.toString()));
        }
        if (made.size() > 1) {
            keys.put("outputs", outputs(node, made, bySample));
        }
        if (!bySample) {
            keys.put("batch", new Written.Value(new PlainValue.Flag(true)));
        }
        keys.put("parameters", parameters);
        keys.put("multiply_adds", amount(all, batch));
        if (!effective.equals(all)) {
            keys.put("effective_multiply_adds", amount(effective, batch));
        }
        keys.put("saved", new Written.Value(CustomWords.UNKNOWN));
        return keys;
    }

    private boolean isBySample(Node node, Work work, List<Integer> takes) {
        Shape first = first(takes);
        return graph.valuesOf(node).stream().allMatch(value -> hasBatch(value.shape(), first))
                && isFor(amount(work.multiplyAdds()), first)
                && isFor(amount(work.effectiveMultiplyAdds()), first)
                && work.others().values().stream().allMatch(count -> isFor(amount(count), first));
    }

    private Shape first(List<Integer> takes) {
        return takes.isEmpty() ? Shape.of() : graph.values().get(takes.get(0)).shape();
    }

    private boolean isKnown(Node node) {
        return graph.inputsOf(node).get(0).unknown().isEmpty()
                && graph.valuesOf(node).stream()
                        .allMatch(value -> value.shape().unknown().isEmpty());
    }

    /** Where its output lies, if that is not memory of its own: the tensor in whose place it is comes to stand first. */
    private Optional<Written> storage(Storage storage, Node node, List<Integer> takes) {
        Shape output = graph.values().get(node.output()).shape();
        switch (storage) {
            case IN_PLACE -> {
                for (int taken : takes) {
                    if (graph.values().get(taken).shape().hasAsManyElements(output)) {
                        takes.remove((Integer) taken);
                        takes.add(0, taken);
                        return Optional.of(Written.text(storage.toString()));
                    }
                }
                return Optional.empty();
            }
            case VIEW, PARTS -> {
                boolean first = !node.inputs().isEmpty()
                        && node.inputs().get(0) instanceof Operand.OfValue
                        && (storage == Storage.PARTS
                                ? isKnown(node)
                                : first(takes).hasAsManyElements(output));
                return first ? Optional.of(Written.text(storage.toString())) : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Empty where there are none. */
    private static Optional<Written> others(Work work, long batch) {
        Map<String, Written> counts = new LinkedHashMap<>();
        work.others().forEach((kind, count) -> counts.put(kind.toString(), amount(amount(count), batch)));
        return counts.isEmpty() ? Optional.empty() : Optional.of(new Written.Entries(counts, false));
    }

    private Written outputs(Node node, List<Value> made, boolean bySample) {
        Map<String, Written> outputs = new LinkedHashMap<>();
        for (Value value : made.subList(1, made.size())) {
            Shape shape = bySample ? value.shape().sample() : value.shape();
            outputs.put(outputName(value, node), CustomWords.output(shape, types.of(value.type())));
        }
        return new Written.Entries(outputs, false);
    }

    /** The name of an output beside the first, below that of its node. */
    static String outputName(Value value, Node node) {
        String own = value.name().startsWith(node.name() + ".")
                ? value.name().substring(node.name().length() + 1)
                : value.name();
        if (!(node.op() instanceof OnnxOperator)) {
            return own;
        }
        String letters = ValidNames.word(own);
        return letters.isEmpty() ? "output" + value.slot() : letters;
    }

    private static boolean hasBatch(Shape shape, Shape first) {
        return first.rank() > 0
                && shape.rank() > 0
                && first.axis(0) instanceof Extent.Known
                && shape.axis(0).equals(first.axis(0));
    }

    private static boolean isFor(OptionalLong amount, Shape first) {
        return amount.isEmpty() || first.rank() > 0 && first.batch() > 0 && amount.getAsLong() % first.batch() == 0;
    }

    private static OptionalLong amount(Formula formula) {
        try {
            return OptionalLong.of(formula.value());
        } catch (UnknownException notKnown) {
            return OptionalLong.empty();
        }
    }

    private static Written amount(OptionalLong amount, long batch) {
        return CustomWords.amount(
                amount.isPresent() ? OptionalLong.of(amount.getAsLong() / batch) : OptionalLong.empty());
    }
}
