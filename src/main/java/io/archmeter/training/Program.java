package io.archmeter.training;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.op.Element;
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import io.archmeter.op.TapeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A network in training, heads included: the operations of PyTorch, one after the other. Heads run where they stand, as soon as what
 * they take is there, as in torchvision's {@code GoogLeNet._forward}.
 *
 * @param order the nodes in the order in which they run
 * @param operations in that order; the operations of a layer follow each other, and a layer can have none
 * @param tensors what is passed on between operations
 * @param differentiated of each tensor, whether the loss is differentiated by it, because parameters come before it
 * @param outputs of each value, the tensor that it is
 */
record Program(
        NetworkFacts network,
        List<Integer> order,
        List<Operation> operations,
        List<Tensor> tensors,
        List<Boolean> differentiated,
        List<Integer> outputs) {
    /**
     * What an operation takes or puts out.
     *
     * @param node the layer that it belongs to
     * @param weight the number of the weight that it is; such a tensor is there already, and takes no memory here
     */
    record Tensor(Node node, String name, Shape shape, DType type, OptionalInt weight) {
        private static Tensor of(Node node, TapeEntry entry, DType type) {
            String name = entry.name().isEmpty() ? node.name() : node.name() + " " + entry.name();
            DType own = entry.element() == Element.INT64 ? DType.INT64 : type;
            return new Tensor(node, name, entry.output(), own, OptionalInt.empty());
        }

        private static Tensor ofWeight(Node node, int number, Weight weight, Shape shape) {
            return new Tensor(node, weight.fullName(), shape, weight.type(), OptionalInt.of(number));
        }

        Amount bytes() {
            return weight.isPresent()
                    ? Amount.ZERO
                    : Exact.at(node, () -> Amount.of(() -> type.bytes(shape.elements())));
        }
    }

    Program {
        order = List.copyOf(order);
        operations = List.copyOf(operations);
        tensors = List.copyOf(tensors);
        differentiated = List.copyOf(differentiated);
        outputs = List.copyOf(outputs);
    }

    Graph graph() {
        return network.graph();
    }

    static Program of(NetworkFacts network) {
        Graph graph = network.graph();
        List<Operation> operations = new ArrayList<>();
        List<Tensor> tensors = new ArrayList<>();
        List<Boolean> differentiated = new ArrayList<>();
        int[] outputs = new int[graph.values().size()];
        List<Integer> order = order(graph);
        Layouts layouts = new Layouts();
        for (int number : order) {
            Node node = graph.nodes().get(number);
            DType type = graph.valueOf(node).type();
            if (node.isInput()) {
                outputs[node.output()] = tensors.size();
                tensors.add(new Tensor(node, node.name(), graph.outputOf(node), type, OptionalInt.empty()));
                differentiated.add(false);
                continue;
            }
            List<Integer> known = new ArrayList<>();
            for (Operand input : node.inputs()) {
                if (input instanceof Operand.OfValue value) {
                    known.add(outputs[value.number()]);
                } else {
                    known.add(tensors.size());
                    Weight weight = graph.weights().get(input.number());
                    tensors.add(Tensor.ofWeight(node, input.number(), weight, weight.shape()));
                    differentiated.add(weight.kind() == Weight.Kind.PARAMETER);
                }
            }
            if (network.layer(number).storage() == Storage.WEIGHT) {
                int weight = node.weights().get(0).operand().number();
                known.add(tensors.size());
                tensors.add(Tensor.ofWeight(node, weight, graph.weights().get(weight), graph.outputOf(node)));
                differentiated.add(graph.weights().get(weight).kind() == Weight.Kind.PARAMETER);
            }
            boolean parameters = hasParameters(graph, node);
            Tape tape = network.layer(number).tape().where(input -> differentiated.get(known.get(input)));
            for (TapeEntry entry : tape.entries()) {
                List<Integer> operands = taken(entry, known);
                operations.add(new Operation(number, layouts.add(entry, operands, tensors), operands, tensors.size()));
                known.add(tensors.size());
                tensors.add(Tensor.of(node, entry, type));
                differentiated.add(entry.element() != Element.INT64
                        && (entry.weighted() && parameters || isAny(operands, differentiated)));
            }
            for (int slot = 0; slot < node.outputs().size(); slot++) {
                outputs[node.outputs().get(slot)] = known.get(tape.outputs().get(slot));
            }
        }
        return new Program(
                network,
                order,
                operations,
                tensors,
                differentiated,
                IntStream.of(outputs).boxed().toList());
    }

    /** What an entry of a layer's tape takes, by the numbers in the program. */
    private static List<Integer> taken(TapeEntry entry, List<Integer> known) {
        if (entry.operands().size() == 1) {
            return List.of(known.get(entry.operands().get(0)));
        }
        List<Integer> taken = new ArrayList<>(entry.operands().size());
        for (int operand : entry.operands()) {
            taken.add(known.get(operand));
        }
        return taken;
    }

    private static boolean isAny(List<Integer> tensors, List<Boolean> which) {
        boolean some = false;
        for (int i = 0; i < tensors.size() && !some; i++) {
            some = which.get(tensors.get(i));
        }
        return some;
    }

    private static boolean hasParameters(Graph graph, Node node) {
        boolean some = false;
        for (int i = 0; i < node.weights().size() && !some; i++) {
            int weight = node.weightNumber(i);
            some = weight != Node.COMPUTED && graph.weights().get(weight).kind() == Weight.Kind.PARAMETER;
        }
        return some;
    }

    /** Each layer of a head comes after the last layer of the main path that it needs, and after what came before it. */
    private static List<Integer> order(Graph graph) {
        int[] anchor = new int[graph.nodes().size()];
        boolean heads = false;
        for (int number = 0; number < anchor.length; number++) {
            Node node = graph.nodes().get(number);
            heads |= node.auxiliary();
            anchor[number] = node.auxiliary()
                    ? node.values().stream()
                            .mapToInt(value -> anchor[graph.values().get(value).node()])
                            .max()
                            .orElse(0)
                    : number;
        }
        IntStream numbers = IntStream.range(0, anchor.length);
        if (!heads) {
            return numbers.boxed().toList();
        }
        return numbers.boxed()
                .sorted(Comparator.<Integer>comparingInt(number -> anchor[number])
                        .thenComparing(number -> graph.nodes().get(number).auxiliary())
                        .thenComparingInt(number -> number))
                .toList();
    }

    /**
     * What the layers put out of which no layer takes anything, and the outputs of the network: the loss takes them. Where one output of a
     * layer is taken, nobody has a use for another that is not.
     */
    Set<Integer> untaken() {
        boolean[] taken = new boolean[graph().values().size()];
        for (Node node : graph().nodes()) {
            for (int value : node.values()) {
                taken[value] = true;
            }
        }
        Set<Integer> tensors = new TreeSet<>();
        for (int output : graph().outputs()) {
            tensors.add(outputs.get(output));
        }
        for (Node node : graph().nodes()) {
            if (isUntaken(node, taken)) {
                for (int output : node.outputs()) {
                    tensors.add(outputs.get(output));
                }
            }
        }
        return tensors;
    }

    private static boolean isUntaken(Node node, boolean[] taken) {
        boolean some = false;
        for (int slot = 0; slot < node.outputs().size() && !some; slot++) {
            some = taken[node.outputs().get(slot)];
        }
        return !some;
    }

    /** The bytes of each tensor, as far as they are known. */
    long[] bytes() {
        long[] bytes = new long[tensors.size()];
        for (int tensor = 0; tensor < bytes.length; tensor++) {
            bytes[tensor] = tensors.get(tensor).bytes().atLeast();
        }
        return bytes;
    }
}
