package io.archmeter.training;

import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.op.TapeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network in training, heads included: the operations of PyTorch, one after the other. Heads run where they stand, as soon as what
 * they take is there, as in torchvision's {@code GoogLeNet._forward}.
 *
 * @param order the nodes in the order in which they run
 * @param operations in that order; the operations of a layer follow each other, and a layer can have none
 * @param tensors what is passed on between operations; the network's input is the first
 * @param outputs of each node, the tensor that it puts out
 */
record Program(
        NetworkFacts network,
        List<Integer> order,
        List<Operation> operations,
        List<Tensor> tensors,
        List<Integer> outputs) {
    /**
     * What an operation puts out.
     *
     * @param node the layer that it belongs to
     */
    record Tensor(Node node, String name, Shape shape) {
        private static Tensor of(Node node, TapeEntry entry) {
            String name = entry.name().isEmpty() ? node.name() : node.name() + " " + entry.name();
            return new Tensor(node, name, entry.output());
        }

        long bytes(DType type) {
            return Exact.bytes(shape, type, node);
        }
    }

    Program {
        order = List.copyOf(order);
        operations = List.copyOf(operations);
        tensors = List.copyOf(tensors);
        outputs = List.copyOf(outputs);
    }

    Graph graph() {
        return network.graph();
    }

    static Program of(NetworkFacts network) {
        Graph graph = network.graph();
        List<Operation> operations = new ArrayList<>();
        List<Tensor> tensors = new ArrayList<>();
        int[] outputs = new int[graph.nodes().size()];
        List<Integer> order = order(graph);
        for (int number : order) {
            Node node = graph.nodes().get(number);
            if (node.isInput()) {
                tensors.add(new Tensor(node, node.name(), node.output()));
                continue;
            }
            List<Integer> known = new ArrayList<>(
                    node.inputs().stream().map(input -> outputs[input]).toList());
            for (TapeEntry entry : network.layer(number).tape().entries()) {
                List<Integer> operands =
                        entry.operands().stream().map(known::get).toList();
                operations.add(new Operation(number, entry, operands, tensors.size()));
                known.add(tensors.size());
                tensors.add(Tensor.of(node, entry));
            }
            outputs[number] = known.get(known.size() - 1);
        }
        return new Program(
                network,
                order,
                operations,
                tensors,
                IntStream.of(outputs).boxed().toList());
    }

    /** Each layer of a head comes after the last layer of the main path that it needs, and after what came before it. */
    private static List<Integer> order(Graph graph) {
        int[] anchor = new int[graph.nodes().size()];
        for (int number = 0; number < anchor.length; number++) {
            Node node = graph.nodes().get(number);
            anchor[number] = node.auxiliary()
                    ? node.inputs().stream()
                            .mapToInt(input -> anchor[input])
                            .max()
                            .orElse(0)
                    : number;
        }
        return IntStream.range(0, anchor.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(number -> anchor[number])
                        .thenComparing(number -> graph.nodes().get(number).auxiliary())
                        .thenComparingInt(number -> number))
                .toList();
    }

    /** What the layers put out that no layer takes, and the main output: the loss takes them. */
    Set<Integer> untaken() {
        Set<Integer> nodes = new TreeSet<>(order);
        graph().nodes().forEach(node -> nodes.removeAll(node.inputs()));
        nodes.add(graph().output());
        return nodes.stream().map(outputs::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The bytes of each tensor. */
    long[] bytes() {
        return tensors.stream()
                .mapToLong(tensor -> tensor.bytes(network.type()))
                .toArray();
    }
}
