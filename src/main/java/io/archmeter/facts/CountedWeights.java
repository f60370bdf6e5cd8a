package io.archmeter.facts;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which weights of a network are counted to which of its nodes. */
final class CountedWeights {
    private static final int[] NONE = {};

    private final Graph graph;
    private final int[] owners;

    CountedWeights(Graph graph) {
        this.graph = graph;
        this.owners = graph.owners();
    }

    /** The numbers of the weights that are counted to a node, each once: a node of an ONNX file may take one tensor twice. */
    int[] ofNode(int number) {
        Node node = graph.nodes().get(number);
        int most = node.inputs().size() + node.weights().size();
        int[] own = NONE;
        int size = 0;
        for (int i = 0; i < most; i++) {
            int weight = weight(node, i);
            if (weight != Node.COMPUTED && owners[weight] == number && !contains(own, size, weight)) {
                own = size == 0 ? new int[most - i] : own;
                own[size++] = weight;
            }
        }
        return size == own.length ? own : Arrays.copyOf(own, size);
    }

    /** The number of what a node takes where that is a weight, else {@link Node#COMPUTED}. */
    private static int weight(Node node, int operand) {
        int inputs = node.inputs().size();
        if (operand >= inputs) {
            return node.weightNumber(operand - inputs);
        }
        return node.inputs().get(operand) instanceof Operand.OfWeight weight ? weight.number() : Node.COMPUTED;
    }

    private static boolean contains(int[] numbers, int size, int number) {
        boolean found = false;
        for (int i = 0; i < size && !found; i++) {
            found = numbers[i] == number;
        }
        return found;
    }

    List<Weight> weights(int[] numbers) {
        List<Weight> weights = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            weights.add(graph.weights().get(number));
        }
        return List.copyOf(weights);
    }

    /** The modules of the weights that a node takes and that are counted to another. */
    List<String> modulesOfOthers(int number) {
        Node node = graph.nodes().get(number);
        Set<String> modules = Set.of();
        for (int i = 0; i < node.inputs().size() + node.weights().size(); i++) {
            int weight = weight(node, i);
            if (weight != Node.COMPUTED && owners[weight] != number) {
                modules = modules.isEmpty() ? new LinkedHashSet<>() : modules;
                modules.add(graph.weights().get(weight).module());
            }
        }
        return modules.isEmpty() ? List.of() : List.copyOf(modules);
    }
}
