package io.archmeter.training;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Overflow;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.Kept;
import io.archmeter.op.Storage;
import io.archmeter.op.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Who needs which tensor, forward and backward, when a network is trained, its heads included. A tensor has the number of the
 * node that puts it out; a view is the tensor that it shows. What no layer takes is an output, which the loss takes.
 */
final class Passes {
    private static final int NOBODY = -1;

    private final Graph graph;
    private final List<Kept> kept = new ArrayList<>();
    private final List<List<Weight>> weights = new ArrayList<>();
    private final int[] tensor;
    private final int[] lastReader;
    private final int[] firstKeeper;
    private final boolean[] hasGradient;
    private final boolean[] isOutput;

    private Passes(Graph graph) {
        int nodes = graph.nodes().size();
        this.graph = graph;
        this.tensor = new int[nodes];
        this.lastReader = new int[nodes];
        this.firstKeeper = new int[nodes];
        this.hasGradient = new boolean[nodes];
        this.isOutput = new boolean[nodes];
    }

    static Passes of(Graph graph) {
        Passes passes = new Passes(graph);
        Arrays.fill(passes.lastReader, NOBODY);
        Arrays.fill(passes.firstKeeper, NOBODY);
        for (int number = 0; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            try {
                passes.add(number, node);
            } catch (ArithmeticException tooMany) {
                throw Overflow.at(node);
            }
        }
        passes.findOutputs();
        return passes;
    }

    private void add(int number, Node node) {
        if (node.isInput()) {
            tensor[number] = number;
            kept.add(Kept.NOTHING);
            weights.add(List.of());
            return;
        }
        Inputs in = new Inputs(graph.inputsOf(node));
        Kept keeps = Catalogue.kept(node.op(), in, node.output());
        // A view at inference that computes a gradient, as dropout does, is none in training.
        boolean view = Catalogue.storage(node.op()) == Storage.VIEW && keeps.gradient() == Kept.Gradient.PASSED_ON;
        tensor[number] = view ? tensor[node.inputs().get(0)] : number;
        weights.add(Catalogue.weights(node, in));
        hasGradient[number] =
                !parameters(number).isEmpty() || node.inputs().stream().anyMatch(this::hasGradient);
        // Where no gradient is asked for, autograd takes no notice.
        kept.add(hasGradient[number] ? keeps : Kept.NOTHING);
        if (!view) {
            node.inputs().forEach(input -> lastReader[tensor[input]] = number);
        }
        keep(number, node.inputs());
    }

    private void keep(int keeper, List<Integer> inputs) {
        for (int place = 0; place < inputs.size(); place++) {
            if (keepsInput(keeper, inputs, place)) {
                keep(tensor[inputs.get(place)], keeper);
            }
        }
        if (kept.get(keeper).output()) {
            keep(tensor[keeper], keeper);
        }
    }

    private boolean keepsInput(int keeper, List<Integer> inputs, int place) {
        return switch (kept.get(keeper).inputs()) {
            case NONE -> false;
            case ALL -> true;
            case FACTORS ->
                IntStream.range(0, inputs.size()).anyMatch(other -> other != place && hasGradient(inputs.get(other)));
        };
    }

    private void keep(int kept, int keeper) {
        firstKeeper[kept] = firstKeeper[kept] == NOBODY ? keeper : firstKeeper[kept];
    }

    private void findOutputs() {
        boolean[] taken = new boolean[tensor.length];
        graph.nodes().forEach(node -> node.inputs().forEach(input -> taken[input] = true));
        taken[graph.output()] = false;
        for (int node = 0; node < taken.length; node++) {
            isOutput[tensor[node]] |= !taken[node];
        }
    }

    /** Whether the node puts out memory of its own, and no view. */
    boolean isTensor(int node) {
        return tensor[node] == node;
    }

    /** The tensor that a node puts out, or shows. */
    int tensor(int node) {
        return tensor[node];
    }

    /** Whether the loss takes a tensor. */
    boolean isOutput(int tensor) {
        return isOutput[tensor];
    }

    /** The last layer that takes a tensor; empty for an output of the network, which the loss takes after all of them. */
    OptionalInt lastReader(int tensor) {
        return isOutput[tensor] ? OptionalInt.empty() : OptionalInt.of(lastReader[tensor]);
    }

    /** The first layer that keeps a tensor for its backward pass, which is the last to let it go. */
    OptionalInt firstKeeper(int tensor) {
        return firstKeeper[tensor] == NOBODY ? OptionalInt.empty() : OptionalInt.of(firstKeeper[tensor]);
    }

    /** What a layer keeps. */
    Kept kept(int node) {
        return kept.get(node);
    }

    /** The tensors that belong to a layer. */
    List<Weight> weights(int node) {
        return weights.get(node);
    }

    /** Those of them that training changes. */
    List<Weight> parameters(int node) {
        return weights.get(node).stream()
                .filter(weight -> weight.kind() == Weight.Kind.PARAMETER)
                .toList();
    }

    /** Whether the loss is differentiated by what a node puts out: parameters lie before it. */
    boolean hasGradient(int node) {
        return hasGradient[node];
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
        long elements = node.output().elements();
        return node.inputs().stream()
                .mapToInt(this::tensor)
                .filter(input -> graph.nodes().get(input).output().elements() == elements)
                .filter(input -> lastReader(input).equals(OptionalInt.of(number)) && firstKeeper[input] == NOBODY)
                .findFirst();
    }
}
