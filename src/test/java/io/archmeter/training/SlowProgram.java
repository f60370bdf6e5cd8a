package io.archmeter.training;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.SavedForBackward;
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import io.archmeter.op.TapeEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The operations of an iteration of training, and who needs what of whom, found by asking every operation each time. A value is
 * known by the number of the operation that puts it out, an input of the network by −1 less its number: −1, −2, …
 */
final class SlowProgram {
    /** An operation of a layer. */
    record Op(int node, TapeEntry entry, List<Integer> operands) {}

    private final Graph graph;
    private final List<Integer> order = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>();
    private final Map<Integer, Integer> outputs = new HashMap<>();
    private final Map<Integer, SlowLayout> layouts = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> differentiated = new HashSet<>();

    SlowProgram(Graph graph) {
        this.graph = graph;
        graph.nodes().forEach(node -> taken.addAll(node.values()));
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (!graph.nodes().get(node).auxiliary()) {
                append(node);
                appendHeads();
            }
        }
    }

    /** All layers of heads that can run. */
    private void appendHeads() {
        for (int node = 0; node < graph.nodes().size(); node++) {
            Node layer = graph.nodes().get(node);
            if (layer.auxiliary() && !order.contains(node) && outputs.keySet().containsAll(layer.values())) {
                append(node);
            }
        }
    }

    private void append(int node) {
        order.add(node);
        Node layer = graph.nodes().get(node);
        if (layer.isInput()) {
            outputs.put(layer.output(), -1 - node);
            return;
        }
        List<Integer> known = new ArrayList<>();
        layer.values().forEach(input -> known.add(outputs.get(input)));
        Tape tape = Catalogue.tape(layer.op(), inputs(layer), graph.outputsOf(layer))
                .where(input -> hasGradient(known.get(input)));
        for (TapeEntry entry : tape.entries()) {
            List<Integer> operands = entry.operands().stream().map(known::get).toList();
            boolean parameters = entry.weighted() && !parameters(layer).isEmpty();
            if (parameters || operands.stream().anyMatch(this::hasGradient)) {
                differentiated.add(ops.size());
            }
            known.add(ops.size());
            ops.add(new Op(node, laid(entry, operands), operands));
        }
        for (int slot = 0; slot < layer.outputs().size(); slot++) {
            outputs.put(layer.outputs().get(slot), known.get(tape.outputs().get(slot)));
        }
    }

    /** A view that needs a copy is none. */
    private TapeEntry laid(TapeEntry entry, List<Integer> operands) {
        if (entry.storage() != Storage.VIEW) {
            return entry;
        }
        int shown = operands.get(0);
        SlowLayout layout = layouts.containsKey(shown) ? layouts.get(shown) : SlowLayout.dense(shape(shown));
        Optional<SlowLayout> view = layout.seen(entry);
        view.ifPresent(seen -> layouts.put(ops.size(), seen));
        return view.isPresent() ? entry : entry.copied();
    }

    private Shape shape(int value) {
        return value < 0
                ? graph.inputShapes().get(-1 - value)
                : op(value).entry().output();
    }

    /** The values of the network's inputs, in their order. */
    List<Integer> inputs() {
        return graph.inputs().stream().map(input -> -1 - input).toList();
    }

    /** The nodes as they run. */
    List<Integer> order() {
        return order;
    }

    Op op(int number) {
        return ops.get(number);
    }

    int size() {
        return ops.size();
    }

    /** The operations of a layer. */
    List<Integer> opsOf(int node) {
        return IntStream.range(0, size())
                .filter(number -> op(number).node() == node)
                .boxed()
                .toList();
    }

    long elements(int value) {
        return shape(value).elements();
    }

    boolean isView(int value) {
        return value >= 0 && op(value).entry().storage() == Storage.VIEW;
    }

    /** Whether the loss takes it. */
    boolean isOutput(int value) {
        return outputs.entrySet().stream()
                .anyMatch(output -> output.getValue() == value
                        && (graph.outputs().contains(output.getKey()) || isLeft(output.getKey())));
    }

    /** Whether nothing is taken of what the layer puts out that a value comes from. */
    private boolean isLeft(int value) {
        Node layer = graph.nodes().get(graph.values().get(value).node());
        return layer.outputs().stream().noneMatch(taken::contains);
    }

    /** The operations that put out parts of what an operation puts out a part of, in order; itself alone where it puts out none. */
    List<Integer> parts(int number) {
        return op(number).entry().gradient() == TapeEntry.Gradient.JOINED
                ? opsOf(op(number).node())
                : List.of(number);
    }

    /** Whether a value, or a view of it, is taken by an operation after another. */
    boolean isNeededAfter(int value, int after) {
        if (isOutput(value)) {
            return true;
        }
        for (int reader = 0; reader < size(); reader++) {
            if (op(reader).operands().contains(value)
                    && (isView(reader) ? isNeededAfter(reader, after) : reader > after)) {
                return true;
            }
        }
        return false;
    }

    boolean hasGradient(int value) {
        return differentiated.contains(value);
    }

    /** Whether an operation that has a gradient keeps what it takes at a place. */
    boolean isKept(int number, int place) {
        List<Integer> others = new ArrayList<>(op(number).operands());
        others.remove(place);
        SavedForBackward.Taken taken = op(number).entry().kept().operands();
        return hasGradient(number)
                && (taken == SavedForBackward.Taken.ALL
                        || taken == SavedForBackward.Taken.FACTORS
                                && others.stream().anyMatch(this::hasGradient)
                        || taken == SavedForBackward.Taken.DIVISION && (place == 1 || hasGradient(others.get(0))));
    }

    List<Weight> weights(Node node) {
        return graph.weightsOf(node);
    }

    List<Weight> parameters(Node node) {
        return weights(node).stream()
                .filter(weight -> weight.kind() == Weight.Kind.PARAMETER)
                .toList();
    }

    private Inputs inputs(Node node) {
        return new Inputs(graph.inputsOf(node));
    }
}
