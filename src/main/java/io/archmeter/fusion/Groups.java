package io.archmeter.fusion;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Value;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Activation;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Clamp;
import io.archmeter.op.Conv;
import io.archmeter.op.Elementwise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the layers that can run as one with the convolution before them: as many as follow it, each the only reader of the one before. A
 * batch normalization with running statistics goes into the weights, and so has to come first.
 */
final class Groups {
    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    /** They put out a number for a NaN, which would not be noticed within a group. */
    private static final Set<Activation.Function> BLIND =
            EnumSet.of(Activation.Function.THRESHOLD, Activation.Function.HARDSHRINK, Activation.Function.SOFTSHRINK);

    private final Graph graph;
    /** By value, the number of the node that reads it. */
    private final int[] reader;

    private Groups(Graph graph) {
        this.graph = graph;
        this.reader = new int[graph.values().size()];
        Arrays.fill(reader, NOBODY);
        for (int number = 0; number < graph.nodes().size(); number++) {
            for (int value : graph.nodes().get(number).values()) {
                reader[value] = reader[value] == NOBODY ? number : SEVERAL;
            }
        }
        // Whoever runs the network reads its outputs.
        graph.outputs().forEach(output -> reader[output] = SEVERAL);
    }

    /** In the order of their convolutions; no node is in two of them. */
    static List<Group> of(Graph graph) {
        Groups groups = new Groups(graph);
        List<Group> found = new ArrayList<>();
        for (int number = 0; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            if (node.op() instanceof Conv && !node.auxiliary() && hasPlainWeights(node)) {
                groups.from(number).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Group> from(int convolution) {
        List<Integer> nodes = new ArrayList<>(List.of(convolution));
        List<Integer> others = new ArrayList<>();
        int value = graph.nodes().get(convolution).output();
        int next = reader[value];
        while (next >= 0 && joins(next, value, nodes)) {
            nodes.add(next);
            other(next, value).ifPresent(others::add);
            value = graph.nodes().get(next).output();
            next = reader[value];
        }
        return nodes.size() > 1 ? Optional.of(new Group(nodes, others)) : Optional.empty();
    }

    private boolean joins(int number, int value, List<Integer> group) {
        Node node = graph.nodes().get(number);
        Value before = graph.values().get(value);
        Value after = graph.values().get(node.output());
        if (!after.shape().equals(before.shape()) || after.type() != before.type()) {
            return false;
        }
        Op op = node.op();
        if (op instanceof BatchNorm normalization) {
            return group.size() == 1 && normalization.runningStatistics() && hasPlainWeights(node);
        }
        if (op instanceof Elementwise join && join.function() == Elementwise.Function.ADD) {
            return other(number, value)
                    .map(graph.values()::get)
                    .filter(other -> other.node() < group.get(0)
                            && other.shape().equals(before.shape())
                            && other.type() == before.type())
                    .isPresent();
        }
        return op instanceof Clamp || op instanceof Activation activation && !BLIND.contains(activation.function());
    }

    /** Of a layer that takes two values, the one beside a value; empty where it takes others. */
    private Optional<Integer> other(int number, int value) {
        List<Operand> operands = graph.nodes().get(number).inputs();
        return operands.size() == 2 && operands.stream().allMatch(Operand.OfValue.class::isInstance)
                ? operands.stream()
                        .map(Operand::number)
                        .filter(operand -> operand != value)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether all its weights are there before the network runs, each by itself. */
    private static boolean hasPlainWeights(Node node) {
        return node.weights().stream()
                .allMatch(use -> use.operand() instanceof Operand.OfWeight
                        && !use.isAttribute()
                        && !use.role().contains(WeightUse.OF));
    }
}
