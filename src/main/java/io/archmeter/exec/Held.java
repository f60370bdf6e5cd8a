package io.archmeter.exec;

import io.archmeter.exec.kernel.Reuse;
import io.archmeter.exec.kernel.Tensor;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tensors that are still needed while a network runs, told by counting who has yet to read them. */
final class Held {
    private final Graph graph;
    private final int[] readers;
    private final List<Integer> nodes = new ArrayList<>();
    private final Tensor[] tensors;

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
        nodes.add(node);
        tensors[node] = tensor;
    }

    Tensor tensor(int node) {
        return tensors[node];
    }

    /**
     * The nodes whose tensors an output destroys although they are needed: while it is written or, where the kernel works in
     * place, behind that.
     */
    List<Integer> overwritten(Node node, Tensor output, Reuse reuse) {
        return nodes.stream()
                .filter(held -> tensors[held].overlaps(output))
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
        graph.nodes().get(node).inputs().forEach(input -> readers[input]--);
        List<Tensor> released = new ArrayList<>();
        for (int held : List.copyOf(nodes)) {
            if (readers[held] == 0) {
                nodes.remove(Integer.valueOf(held));
                released.add(tensors[held]);
            }
        }
        return released;
    }

    /** The parts of the arena that belong to held tensors, each element counted once however many tensors share it. */
    long elements() {
        List<Tensor> sorted = new ArrayList<>();
        nodes.forEach(node -> sorted.add(tensors[node]));
        sorted.sort(Comparator.comparingInt(Tensor::offset));
        long elements = 0;
        int end = 0;
        for (Tensor tensor : sorted) {
            elements += Math.max(0, tensor.end() - Math.max(end, tensor.offset()));
            end = Math.max(end, tensor.end());
        }
        return elements;
    }

    /** Whether a held tensor has a share in these elements. */
    boolean overlaps(Tensor tensor) {
        return nodes.stream().anyMatch(node -> tensors[node].overlaps(tensor));
    }
}
