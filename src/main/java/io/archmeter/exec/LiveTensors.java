package io.archmeter.exec;

import io.archmeter.exec.tensor.Reuse;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tensors that are still needed while a network runs, told by counting who has yet to read them. Those that lie in weights take no
 * part of the arena.
 */
final class LiveTensors {
    private final Graph graph;
    private final float[] arena;
    private final int[] readers;
    private final Tensor[] tensors;
    /** By value, what it keeps: its elements, or all that it is a part of. */
    private final Tensor[] kept;

    private final Occupied occupied = new Occupied();

    LiveTensors(Graph graph, float[] arena) {
        this.graph = graph;
        this.arena = arena;
        this.readers = new int[graph.values().size()];
        this.tensors = new Tensor[readers.length];
        this.kept = new Tensor[readers.length];
        for (Node node : graph.layers(false)) {
            node.values().forEach(value -> readers[value]++);
        }
        // Whoever runs the network reads its outputs.
        graph.outputs().forEach(output -> readers[output]++);
    }

    /** An input of the network. */
    void add(int value, Tensor tensor) {
        add(value, tensor, tensor);
    }

    /** What a node puts out. What shows its first input, or a part of that, keeps the memory that this one keeps. */
    void add(int value, Node node, Tensor tensor, Reuse reuse) {
        boolean shows = reuse == Reuse.PARTS
                || reuse == Reuse.VIEW
                        && first(node).filter(tensor::sameElementsAs).isPresent();
        add(value, tensor, shows ? kept[node.values().get(0)] : tensor);
    }

    private void add(int value, Tensor tensor, Tensor keeps) {
        tensors[value] = tensor;
        kept[value] = keeps;
        if (keeps.data() == arena) {
            occupied.add(value, keeps.offset(), keeps.end());
        }
    }

    /** What an operator that shows its input shows; empty for a weight. */
    private Optional<Tensor> first(Node node) {
        return node.inputs().get(0) instanceof Operand.OfValue input
                ? Optional.of(tensors[input.number()])
                : Optional.empty();
    }

    Tensor tensor(int value) {
        return tensors[value];
    }

    /**
     * The values whose tensors an output destroys although they are needed: while it is written or, where the kernel works in
     * place, after that.
     */
    List<Integer> overwritten(Node node, Tensor output, Reuse reuse) {
        if (output.data() != arena) {
            return List.of();
        }
        return occupied.owners(output.offset(), output.end()).stream()
                .filter(held -> !mayShare(held, node, output, reuse))
                .toList();
    }

    private boolean mayShare(int held, Node node, Tensor output, Reuse reuse) {
        return switch (reuse) {
            case NONE -> false;
            case IN_PLACE ->
                tensors[held].sameElementsAs(output)
                        && node.values().stream().filter(value -> value == held).count() == readers[held];
            // Nothing is written.
            case VIEW -> first(node).filter(output::sameElementsAs).isPresent();
            case PARTS -> true;
            case WEIGHT -> false;
        };
    }

    /** A node has run: it needs its inputs no more. Returns the tensors that nobody needs any more. */
    List<Tensor> release(Node node) {
        // What nobody reads at all is an output of the node.
        Set<Integer> mayBeDone = new TreeSet<>(node.values());
        mayBeDone.addAll(node.outputs());
        node.values().forEach(value -> readers[value]--);
        List<Tensor> released = new ArrayList<>();
        for (int held : mayBeDone) {
            if (readers[held] == 0
                    && kept[held].data() == arena
                    && occupied.remove(held, kept[held].offset(), kept[held].end())) {
                released.add(kept[held]);
            }
        }
        return released;
    }

    /** The parts of the arena that belong to held tensors, each element counted once however many tensors share it. */
    long elements() {
        return occupied.elements();
    }

    /** Whether a held tensor has a share in these elements. */
    boolean overlaps(Tensor tensor) {
        return !occupied.owners(tensor.offset(), tensor.end()).isEmpty();
    }
}
