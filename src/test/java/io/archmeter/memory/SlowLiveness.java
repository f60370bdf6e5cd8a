package io.archmeter.memory;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.Split;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is held and what is shared, found by asking every node about every tensor at every step. */
final class SlowLiveness {
    private final Graph graph;
    private final boolean training;
    private final Sharing sharing;
    /** The values that each node takes. */
    private final List<List<Integer>> taken;

    private final List<Set<Integer>> groups = new ArrayList<>();
    private final boolean[][] needed;
    private final boolean[] inWeights;

    SlowLiveness(Graph graph, boolean training, Sharing sharing) {
        this.graph = graph;
        this.training = training;
        this.sharing = sharing;
        this.taken = graph.nodes().stream().map(Node::values).toList();
        this.needed = needed();
        this.inWeights = new boolean[graph.values().size()];
        for (int tensor = 0; tensor < graph.values().size(); tensor++) {
            inWeights[tensor] = showsAWeight(tensor);
            if (isMade(tensor) && !inWeights[tensor]) {
                join(tensor);
            }
        }
    }

    boolean runs(int step) {
        return training || !graph.nodes().get(step).auxiliary();
    }

    /** Whether a node that runs puts it out. */
    boolean isMade(int tensor) {
        return runs(graph.values().get(tensor).node());
    }

    /** Whether a tensor is a weight, or shows one. */
    boolean isInWeights(int tensor) {
        return inWeights[tensor];
    }

    private boolean showsAWeight(int tensor) {
        Node node = maker(tensor);
        if (node.isInput()) {
            return false;
        }
        return switch (storage(node)) {
            case WEIGHT -> true;
            case VIEW ->
                graph.values().get(tensor).slot() == 0
                        && inWeights[node.values().get(0)];
            case PARTS -> inWeights[node.values().get(0)] && isInOnePiece(tensor, node);
            case OWN, IN_PLACE -> false;
        };
    }

    /** Whether a tensor is there and needed while the node of a step runs. */
    boolean isHeld(int tensor, int step) {
        int made = graph.values().get(tensor).node();
        if (graph.nodes().get(made).isInput()) {
            return step < graph.inputs().size() || isNeeded(tensor, step);
        }
        return runs(made) && made <= step && (made == step || isNeeded(tensor, step));
    }

    private boolean[][] needed() {
        int nodes = graph.nodes().size();
        int tensors = graph.values().size();
        boolean[][] all = new boolean[tensors][nodes + 1];
        for (int tensor = 0; tensor < tensors; tensor++) {
            boolean needed = isOutput(tensor);
            all[tensor][nodes] = needed;
            for (int step = nodes - 1; step >= 0; step--) {
                needed |= taken.get(step).contains(tensor) && runs(step);
                all[tensor][step] = needed;
            }
        }
        return all;
    }

    /** Whether a tensor is put out, or somebody reads it at a step or later. */
    private boolean isNeeded(int tensor, int step) {
        return needed[tensor][step];
    }

    private boolean isOutput(int tensor) {
        Node maker = maker(tensor);
        boolean head = maker.auxiliary()
                && taken.stream().noneMatch(values -> values.stream().anyMatch(maker.outputs()::contains));
        return head || graph.outputs().contains(tensor);
    }

    private Node maker(int tensor) {
        return graph.nodes().get(graph.values().get(tensor).node());
    }

    private void join(int tensor) {
        Node node = maker(tensor);
        Storage storage = node.isInput() ? Storage.OWN : storage(node);
        for (Set<Integer> group : groups) {
            if (mayJoin(tensor, storage, group)) {
                group.add(tensor);
                return;
            }
        }
        groups.add(new TreeSet<>(Set.of(tensor)));
    }

    private boolean mayJoin(int tensor, Storage storage, Set<Integer> group) {
        int step = graph.values().get(tensor).node();
        Node node = graph.nodes().get(step);
        if (storage == Storage.OWN) {
            return false;
        }
        if (storage == Storage.VIEW || storage == Storage.PARTS && isInOnePiece(tensor, node)) {
            return group.contains(taken.get(step).get(0));
        }
        // The first of its inputs that it may overwrite.
        for (int input : taken.get(step)) {
            if (isInWeights(input)) {
                continue;
            }
            Set<Integer> candidate = groupOf(input);
            if (storage == Storage.IN_PLACE
                    && sharing == Sharing.IN_PLACE
                    && candidate.stream().allMatch(other -> elements(other) <= elements(tensor))
                    && elements(input) == elements(tensor)
                    && type(input).bits() == type(tensor).bits()
                    && taken.get(step).stream()
                            .filter(candidate::contains)
                            .allMatch(other -> elements(other) == elements(tensor))
                    && candidate.stream().noneMatch(other -> isNeeded(other, step + 1))) {
                return candidate == group;
            }
        }
        return false;
    }

    /** Whether the elements of a part follow each other in the tensor that its node cuts, and it begins with a whole byte. */
    private boolean isInOnePiece(int part, Node node) {
        List<Integer> numbers = new ArrayList<>(numbersOfPart(part, node));
        long bits = (long) graph.values().get(part).type().bits() * numbers.get(0);
        return bits % 8 == 0 && numbers.get(numbers.size() - 1) - numbers.get(0) == numbers.size() - 1;
    }

    /** Where the elements of a part lie in the tensor that its node cuts, found by walking through that. */
    private Set<Integer> numbersOfPart(int part, Node node) {
        List<Long> whole = graph.inputsOf(node).get(0).extents();
        int axis = ((Split) node.op()).axis();
        long begin = 0;
        for (int before : node.outputs().subList(0, graph.values().get(part).slot())) {
            begin += graph.values().get(before).shape().extent(axis);
        }
        long end = begin + graph.values().get(part).shape().extent(axis);
        Set<Integer> numbers = new TreeSet<>();
        for (int number = 0; number < graph.inputsOf(node).get(0).elements(); number++) {
            long inner = number;
            for (int last = whole.size() - 1; last > axis; last--) {
                inner /= whole.get(last);
            }
            long along = inner % whole.get(axis);
            if (begin <= along && along < end) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** The bytes of a tensor in front of one that lies in it. */
    long begin(int tensor) {
        Node node = maker(tensor);
        boolean shows = !node.isInput()
                && !node.values().isEmpty()
                && groupOf(tensor).contains(node.values().get(0));
        if (!shows || storage(node) == Storage.IN_PLACE) {
            return 0;
        }
        long before = begin(node.values().get(0));
        return storage(node) == Storage.PARTS
                ? before
                        + type(tensor).bits()
                                * numbersOfPart(tensor, node).iterator().next()
                                / 8
                : before;
    }

    private Storage storage(Node node) {
        return Catalogue.facts(node.op(), new Inputs(graph.inputsOf(node)), graph.outputsOf(node))
                .storage();
    }

    private DType type(int tensor) {
        return graph.values().get(tensor).type();
    }

    private long elements(int tensor) {
        return graph.values().get(tensor).shape().elements();
    }

    /** The tensors that lie in the same memory as this one. */
    Set<Integer> groupOf(int tensor) {
        return groups.stream().filter(group -> group.contains(tensor)).findAny().orElseThrow();
    }

    /** Bytes of all groups of which a tensor is held. */
    long held(int step) {
        return groups.stream()
                .filter(group -> isHeld(group, step))
                .mapToLong(this::bytes)
                .sum();
    }

    /** The first tensor of a group fills its memory. */
    private long bytes(Set<Integer> group) {
        int first = group.iterator().next();
        return type(first).bytes(elements(first));
    }

    private boolean isHeld(Set<Integer> group, int step) {
        for (int tensor : group) {
            if (isHeld(tensor, step)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two groups are there at the same time. */
    boolean meet(Set<Integer> some, Set<Integer> others) {
        for (int step = 0; step < graph.nodes().size(); step++) {
            if (isHeld(some, step) && isHeld(others, step)) {
                return true;
            }
        }
        return false;
    }

    List<Set<Integer>> groups() {
        return groups;
    }
}
