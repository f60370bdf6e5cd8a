package io.archmeter.exec;

import io.archmeter.exec.tensor.Reuse;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tensors that are still needed while a network runs, told by counting who has yet to read them. */
final class LiveTensors {
    private final Graph graph;
    private final int[] readers;
    private final Tensor[] tensors;
    private final Occupied occupied = new Occupied();

    LiveTensors(Graph graph) {
        this.graph = graph;
        this.readers = new int[graph.values().size()];
        this.tensors = new Tensor[readers.length];
        for (Node node : graph.layers(false)) {
            node.values().forEach(value -> readers[value]++);
        }
        // Whoever runs the network reads its outputs.
        graph.outputs().forEach(output -> readers[output]++);
    }

    void add(int value, Tensor tensor) {
        tensors[value] = tensor;
        occupied.add(value, tensor.offset(), tensor.end());
    }

    Tensor tensor(int value) {
        return tensors[value];
    }

    /**
     * The values whose tensors an output destroys although they are needed: while it is written or, where the kernel works in
     * place, after that.
     */
    List<Integer> overwritten(Node node, Tensor output, Reuse reuse) {
        return occupied.owners(output.offset(), output.end()).stream()
                .filter(held -> !mayShare(held, node, output, reuse))
                .toList();
    }

    private boolean mayShare(int held, Node node, Tensor output, Reuse reuse) {
        List<Integer> taken = node.values();
        long readsHere = taken.stream().filter(value -> value == held).count();
        return tensors[held].sameElementsAs(output)
                && switch (reuse) {
                    case NONE -> false;
                    case IN_PLACE -> readers[held] == readsHere;
                    case VIEW -> !taken.isEmpty() && tensors[taken.get(0)].sameElementsAs(output);
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
            if (readers[held] == 0 && occupied.remove(held, tensors[held].offset(), tensors[held].end())) {
                released.add(tensors[held]);
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
