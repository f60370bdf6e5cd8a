package io.archmeter.convention;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import java.util.ArrayList;
import java.util.List;

/**
 * The operators beside a layer, by their names: some tools fold a batch normalization into the convolution before it.
 *
 * @param before of the layer that makes its first input; empty where that is no layer's
 * @param alone whether no other layer takes its first input, nor does the network put that out
 * @param after of the only layer that takes its first output; empty where several do, or none, or it is put out too
 */
record Surroundings(String before, boolean alone, String after) {
    /** Those of each node of a graph, by its number. */
    static List<Surroundings> of(Graph graph) {
        int[] taken = new int[graph.values().size()];
        int[] taker = new int[graph.values().size()];
        for (int number = 0; number < graph.nodes().size(); number++) {
            for (int value : graph.nodes().get(number).values()) {
                taken[value]++;
                taker[value] = number;
            }
        }
        graph.outputs().forEach(value -> taken[value] += 2);
        List<Surroundings> all = new ArrayList<>(graph.nodes().size());
        for (Node node : graph.nodes()) {
            int output = node.output();
            String after =
                    taken[output] == 1 ? graph.nodes().get(taker[output]).op().kind() : "";
            all.add(new Surroundings(before(node, graph), alone(node, taken), after));
        }
        return all;
    }

    private static boolean alone(Node node, int[] taken) {
        return !node.inputs().isEmpty()
                && node.inputs().get(0) instanceof Operand.OfValue first
                && taken[first.number()] == 1;
    }

    private static String before(Node node, Graph graph) {
        if (node.inputs().isEmpty() || !(node.inputs().get(0) instanceof Operand.OfValue first)) {
            return "";
        }
        Node maker = graph.nodes().get(graph.values().get(first.number()).node());
        return maker.isInput() ? "" : maker.op().kind();
    }
}
