package io.archmeter.training;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.Kept;
import io.archmeter.op.Storage;
import io.archmeter.op.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An iteration of training as a machine would run it: memory is blocks, each held by whoever needs it, and gone when nobody does.
 * Who needs what later is found by asking every node.
 */
final class SlowTraining {
    /** Memory; it is there while it has holders. */
    private static final class Block {
        private final long bytes;
        private final Set<String> holders = new HashSet<>();

        Block(long bytes) {
            this.bytes = bytes;
        }
    }

    private final Graph graph;
    private final DType type;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Integer, Block> values = new HashMap<>();
    private final Map<Integer, Block> gradients = new HashMap<>();
    private final Set<Integer> slices = new HashSet<>();
    private final List<Long> forward = new ArrayList<>();
    private final List<Long> backward = new ArrayList<>();
    private long kept;
    private int inPlace;
    private int sharedGradients;
    private int copiedGradients;

    SlowTraining(Graph graph, DType type, Optimizer optimizer) {
        this.graph = graph;
        this.type = type;
        for (Node node : graph.nodes()) {
            weights(node).forEach(weight -> hold("training", bytes(weight)));
            parameters(node).forEach(weight -> hold("training", optimizer.stateBytes(bytes(weight))));
        }
        for (int step = 0; step < size(); step++) {
            runForward(step);
            forward.add(held());
            forgetValuesAfter(step);
        }
        kept = blocks.stream()
                .filter(block -> block.holders.stream().anyMatch(holder -> holder.startsWith("backward of")))
                .mapToLong(block -> block.bytes)
                .sum();
        for (int node = 0; node < size(); node++) {
            if (isOutput(node) && hasGradient(node)) {
                gradients.computeIfAbsent(tensor(node), tensor -> hold("gradient of " + tensor, bytes(tensor)));
            }
        }
        for (int node = size() - 1; node > 0; node--) {
            runBackward(node);
        }
    }

    List<Long> forward() {
        return forward;
    }

    List<Long> backward() {
        return backward;
    }

    /** What is there when all else is gone: weights, the optimizer's state, gradients of parameters. */
    long update() {
        return held();
    }

    long kept() {
        return kept;
    }

    int inPlace() {
        return inPlace;
    }

    int sharedGradients() {
        return sharedGradients;
    }

    int copiedGradients() {
        return copiedGradients;
    }

    private void runForward(int step) {
        Node node = graph.nodes().get(step);
        Block output = place(step, node);
        output.holders.add("value of " + step);
        values.put(step, output);
        if (hasGradient(step)) {
            Kept keeps = kept(node);
            for (int place = 0; place < node.inputs().size(); place++) {
                if (isKept(node, place)) {
                    values.get(node.inputs().get(place)).holders.add("backward of " + step);
                }
            }
            if (keeps.output()) {
                output.holders.add("backward of " + step);
            }
            for (Kept.Extra extra : keeps.more()) {
                hold(
                        "backward of " + step,
                        extra.elements().value() * extra.element().bytes(type));
            }
        }
    }

    private Block place(int step, Node node) {
        if (isView(step)) {
            return values.get(node.inputs().get(0));
        }
        if (!node.isInput() && Catalogue.storage(node.op()) == Storage.IN_PLACE) {
            for (int place = 0; place < node.inputs().size(); place++) {
                Block input = values.get(node.inputs().get(place));
                boolean keptByItself = hasGradient(step) && isKept(node, place);
                if (input.bytes == bytes(step) && !keptByItself && nobodyNeeds(input, step)) {
                    inPlace++;
                    return input;
                }
            }
        }
        return hold("value of " + step, bytes(step));
    }

    private boolean nobodyNeeds(Block block, int after) {
        return block.holders.stream()
                .allMatch(holder -> holder.startsWith("value of ")
                        && !isNeededAfter(Integer.parseInt(holder.substring("value of ".length())), after));
    }

    private void forgetValuesAfter(int step) {
        for (int node = 0; node <= step; node++) {
            boolean last = step == size() - 1;
            if (last || !isNeededAfter(node, step)) {
                values.get(node).holders.remove("value of " + node);
            }
        }
    }

    private boolean isNeededAfter(int node, int step) {
        if (isOutput(node)) {
            return true;
        }
        for (int reader = 0; reader < size(); reader++) {
            if (graph.nodes().get(reader).inputs().contains(node)
                    && (reader > step || isView(reader) && isNeededAfter(reader, step))) {
                return true;
            }
        }
        return false;
    }

    private void runBackward(int number) {
        Node node = graph.nodes().get(number);
        parameters(node).forEach(weight -> hold("training", bytes(weight)));
        if (hasGradient(number) && !isView(number)) {
            if (kept(node).gradient() == Kept.Gradient.COMPUTED) {
                gradients.get(number).holders.remove("gradient of " + number);
                gradients.get(number).holders.add("spent by " + number);
            }
            for (int input : node.inputs()) {
                if (hasGradient(input)) {
                    receive(tensor(input), number);
                }
            }
        }
        backward.add(held());
        blocks.forEach(block -> block.holders.removeAll(
                Set.of("gradient of " + number, "spent by " + number, "backward of " + number, "moment of " + number)));
        gradients.remove(number);
    }

    /** A tensor's gradient arrives from a node that took it. */
    private void receive(int tensor, int from) {
        Block given = gradients.get(from);
        Block arriving = given;
        boolean slice = false;
        switch (kept(graph.nodes().get(from)).gradient()) {
            case COMPUTED -> arriving = hold("moment of " + from, bytes(tensor));
            case PASSED_ON -> {
                boolean same = bytes(tensor) == bytes(from);
                arriving = same ? given : hold("moment of " + from, bytes(tensor));
                slice = same && slices.contains(from);
            }
            case DIVIDED -> slice = true;
        }
        Block before = gradients.get(tensor);
        String holder = "gradient of " + tensor;
        if (before == null) {
            sharedGradients += arriving == given ? 1 : 0;
            arriving.holders.remove("moment of " + from);
            take(tensor, arriving, holder, slice);
        } else if (isShared(before) || slices.contains(tensor)) {
            copiedGradients++;
            before.holders.add("moment of " + from);
            before.holders.remove(holder);
            take(tensor, hold(holder, bytes(tensor)), holder, false);
        }
    }

    private static boolean isShared(Block block) {
        return block.holders.stream()
                        .filter(holder -> !holder.startsWith("spent"))
                        .count()
                > 1;
    }

    private void take(int tensor, Block block, String holder, boolean slice) {
        block.holders.add(holder);
        gradients.put(tensor, block);
        if (slice) {
            slices.add(tensor);
        } else {
            slices.remove(tensor);
        }
    }

    private Block hold(String holder, long bytes) {
        Block block = new Block(bytes);
        block.holders.add(holder);
        blocks.add(block);
        return block;
    }

    private long held() {
        return blocks.stream()
                .filter(block -> !block.holders.isEmpty())
                .mapToLong(block -> block.bytes)
                .sum();
    }

    private int size() {
        return graph.nodes().size();
    }

    private boolean isView(int number) {
        Node node = graph.nodes().get(number);
        return !node.isInput()
                && Catalogue.storage(node.op()) == Storage.VIEW
                && kept(node).gradient() == Kept.Gradient.PASSED_ON;
    }

    /** What a view shows. */
    private int tensor(int node) {
        return isView(node) ? tensor(graph.nodes().get(node).inputs().get(0)) : node;
    }

    /** Whether the loss takes it. */
    private boolean isOutput(int node) {
        return node == graph.output()
                || graph.nodes().stream().noneMatch(other -> other.inputs().contains(node));
    }

    private boolean hasGradient(int number) {
        Node node = graph.nodes().get(number);
        return !parameters(node).isEmpty() || node.inputs().stream().anyMatch(this::hasGradient);
    }

    private boolean isKept(Node node, int place) {
        return switch (kept(node).inputs()) {
            case NONE -> false;
            case ALL -> true;
            case FACTORS -> {
                List<Integer> others = new ArrayList<>(node.inputs());
                others.remove(place);
                yield others.stream().anyMatch(this::hasGradient);
            }
        };
    }

    private Kept kept(Node node) {
        return Catalogue.kept(node.op(), new Inputs(graph.inputsOf(node)), node.output());
    }

    private List<Weight> weights(Node node) {
        return node.isInput() ? List.of() : Catalogue.weights(node, new Inputs(graph.inputsOf(node)));
    }

    private List<Weight> parameters(Node node) {
        return weights(node).stream()
                .filter(weight -> weight.kind() == Weight.Kind.PARAMETER)
                .toList();
    }

    private long bytes(Weight weight) {
        return weight.shape().elements() * weight.element().bytes(type);
    }

    private long bytes(int node) {
        return graph.nodes().get(node).output().elements() * type.bytes();
    }
}
