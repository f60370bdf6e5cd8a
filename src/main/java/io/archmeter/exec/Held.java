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
final class Held {
    private final Graph graph;
    private final int[] readers;
    private final Tensor[] tensors;
    private final Occupied occupied = new Occupied();

    Held(Graph graph) {
        this.graph = graph;
        this.readers = new int[graph.nodes().size()];
        this.tensors = new Tensor[readers.length];
        for (Node node : graph.layers(false)) {
            node.inputs().forEach(input -> readers[input]++);
        }
        // Whoever runs the network reads its output.
        readers[graph.output()]++;
    }

    void add(int node, Tensor tensor) {
        tensors[node] = tensor;
        occupied.add(node, tensor.offset(), tensor.end());
    }

    Tensor tensor(int node) {
        return tensors[node];
    }

    /**
     * The nodes whose tensors an output destroys although they are needed: while it is written or, where the kernel works in
     * place, after that.
     */
    List<Integer> overwritten(Node node, Tensor output, Reuse reuse) {
        return occupied.nodes(output.offset(), output.end()).stream()
                .filter(held -> !mayShare(held, node, output, reuse))
                .toList();
    }

    private boolean mayShare(int held, Node node, Tensor output, Reuse reuse) {
        long readsHere = node.inputs().stream().filter(input -> input == held).count();
        return tensors[held].sameElementsAs(output)
                && switch (reuse) {
                    case NONE -> false;
                    case IN_PLACE -> readers[held] == readsHere;
                    case VIEW -> tensors[node.inputs().get(0)].sameElementsAs(output);
                };
    }

    /** The node has run: it needs its inputs no more. Returns the tensors that nobody needs any more. */
    List<Tensor> release(int node) {
        // What nobody reads at all is the network's input, or the node's own output.
        Set<Integer> mayBeDone = new TreeSet<>(graph.nodes().get(node).inputs());
        mayBeDone.add(0);
        mayBeDone.add(node);
        graph.nodes().get(node).inputs().forEach(input -> readers[input]--);
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
        return !occupied.nodes(tensor.offset(), tensor.end()).isEmpty();
    }
}
