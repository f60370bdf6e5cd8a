package io.archmeter.training;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.Kept;
import io.archmeter.op.Storage;
import io.archmeter.op.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Who needs which tensor, forward and backward, when a network is trained, its heads included. A tensor has the number of the
 * node that puts it out; a view is the tensor that it shows.
 */
final class Passes {
    private static final int NOBODY = -1;

    private final Graph graph;
    private final List<Kept> kept = new ArrayList<>();
    private final int[] tensor;
    private final int[] lastReader;
    private final int[] firstKeeper;
    private final boolean[] hasGradient;

    private Passes(Graph graph) {
        int nodes = graph.nodes().size();
        this.graph = graph;
        this.tensor = new int[nodes];
        this.lastReader = new int[nodes];
        this.firstKeeper = new int[nodes];
        this.hasGradient = new boolean[nodes];
    }

    static Passes of(Graph graph) {
        Passes passes = new Passes(graph);
        Arrays.fill(passes.lastReader, NOBODY);
        Arrays.fill(passes.firstKeeper, NOBODY);
        for (int number = 0; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            if (node.isInput()) {
                passes.tensor[number] = number;
                passes.kept.add(Kept.NOTHING);
            } else {
                passes.add(number, node, new Inputs(graph.inputsOf(node)));
            }
        }
        return passes;
    }

    private void add(int number, Node node, Inputs in) {
        boolean view = Catalogue.storage(node.op()) == Storage.VIEW;
        Kept keeps = Catalogue.kept(node.op(), in, node.output());
        tensor[number] = view ? tensor[node.inputs().get(0)] : number;
        kept.add(keeps);
        for (int input : node.inputs()) {
            hasGradient[number] |= hasGradient[tensor[input]];
            if (!view) {
                lastReader[tensor[input]] = number;
            }
            if (keeps.inputs()) {
                keep(tensor[input], number);
            }
        }
        if (keeps.output()) {
            keep(tensor[number], number);
        }
        hasGradient[number] |= Catalogue.weights(node, in).stream().anyMatch(Passes::isParameter);
    }

    private void keep(int kept, int keeper) {
        firstKeeper[kept] = firstKeeper[kept] == NOBODY ? keeper : Math.min(firstKeeper[kept], keeper);
    }

    static boolean isParameter(Weight weight) {
        return weight.kind() == Weight.Kind.PARAMETER;
    }

    /** Whether the node puts out memory of its own, and no view. */
    boolean isTensor(int node) {
        return tensor[node] == node;
    }

    /** The tensor that a node puts out, or shows. */
    int tensor(int node) {
        return tensor[node];
    }

    /** The last layer that takes a tensor; empty for an output of the network, which the loss takes. */
    OptionalInt lastReader(int tensor) {
        boolean output = lastReader[tensor] == NOBODY || tensor == this.tensor[graph.output()];
        return output ? OptionalInt.empty() : OptionalInt.of(lastReader[tensor]);
    }

    /** The first layer that keeps a tensor for its backward pass, which is the last to let it go. */
    OptionalInt firstKeeper(int tensor) {
        return firstKeeper[tensor] == NOBODY ? OptionalInt.empty() : OptionalInt.of(firstKeeper[tensor]);
    }

    /** What a layer keeps. */
    Kept kept(int node) {
        return kept.get(node);
    }

    /** Whether the loss is differentiated by a tensor: parameters lie before it. */
    boolean hasGradient(int tensor) {
        return hasGradient[tensor];
    }

    /**
     * The tensor in whose place a layer can put its output: the last to read it, and nobody keeps it, as {@code
     * ReLU(inplace=True)} and {@code +=} in PyTorch; empty where it needs memory of its own.
     */
    OptionalInt replaced(int number) {
        Node node = graph.nodes().get(number);
        if (node.isInput() || Catalogue.storage(node.op()) != Storage.IN_PLACE) {
            return OptionalInt.empty();
        }
        Shape output = node.output();
        return node.inputs().stream()
                .mapToInt(this::tensor)
                .filter(input -> graph.nodes().get(input).output().elements() == output.elements())
                .filter(input -> lastReader(input).equals(OptionalInt.of(number)) && firstKeeper[input] == NOBODY)
                .findFirst();
    }
}
