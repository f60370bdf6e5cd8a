package io.archmeter.memory;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
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

    SlowLiveness(Graph graph, boolean training, Sharing sharing) {
        this.graph = graph;
        this.training = training;
        this.sharing = sharing;
        this.taken = graph.nodes().stream().map(Node::values).toList();
        this.needed = needed();
        for (int tensor = 0; tensor < graph.nodes().size(); tensor++) {
            if (runs(tensor)) {
                join(tensor);
            }
        }
    }

    boolean runs(int node) {
        return training || !graph.nodes().get(node).auxiliary();
    }

    /** Whether a tensor is there and needed while the node of a step runs. */
    boolean isHeld(int tensor, int step) {
        return runs(tensor) && tensor <= step && (tensor == step || isNeeded(tensor, step));
    }

    private boolean[][] needed() {
        int nodes = graph.nodes().size();
        boolean[][] all = new boolean[nodes][nodes + 1];
        for (int tensor = 0; tensor < nodes; tensor++) {
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
        boolean head =
                graph.nodes().get(tensor).auxiliary() && taken.stream().noneMatch(values -> values.contains(tensor));
        return head || graph.outputs().contains(tensor);
    }

    private void join(int tensor) {
        Node node = graph.nodes().get(tensor);
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
        if (storage == Storage.OWN) {
            return false;
        }
        if (storage == Storage.VIEW) {
            return group.contains(taken.get(tensor).get(0));
        }
        // The first of its inputs that it may overwrite.
        for (int input : taken.get(tensor)) {
            Set<Integer> candidate = groupOf(input);
            if (sharing == Sharing.IN_PLACE
                    && elements(input) == elements(tensor)
                    && candidate.stream().noneMatch(other -> isNeeded(other, tensor + 1))) {
                return candidate == group;
            }
        }
        return false;
    }

    private Storage storage(Node node) {
        return Catalogue.facts(node.op(), new Inputs(graph.inputsOf(node)), graph.outputsOf(node))
                .storage();
    }

    private long elements(int tensor) {
        return graph.values().get(tensor).shape().elements();
    }

    /** The tensors that lie in the same memory as this one. */
    Set<Integer> groupOf(int tensor) {
        return groups.stream().filter(group -> group.contains(tensor)).findAny().orElseThrow();
    }

    /** Bytes of all groups of which a tensor is held, in a network of a type. */
    long held(int step, DType type) {
        return groups.stream()
                .filter(group -> isHeld(group, step))
                .mapToLong(group -> type.bytes(elements(group.iterator().next())))
                .sum();
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
