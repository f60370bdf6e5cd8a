package io.archmeter.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network: nodes in an order in which they can be computed, its inputs first, and the tensors that they pass on. Values, nodes
 * and weights are known by their numbers, which are their places in these lists.
 *
 * @param name what the network is called, e.g. {@code resnet50}
 * @param title one line about it, may be empty
 * @param type of the network's floating-point numbers, which {@link #in} replaces
 * @param inputs the numbers of the values that the network is given, at least one
 * @param outputs the numbers of the values that it puts out, the main one first
 * @param notes what is to be said beside its figures, a sentence each: of a file, what it left open
 * @param stored elements of its weights, where it brings them
 * @since 0.1.0
 */
public record Graph(
        String name,
        String title,
        DType type,
        List<Value> values,
        List<Node> nodes,
        List<Weight> weights,
        List<Integer> inputs,
        List<Integer> outputs,
        List<String> notes,
        Stored stored) {
    private static final int NOBODY = -1;

    /** One of which nothing is to be said, and that brings nothing. */
    public Graph(
            String name,
            String title,
            DType type,
            List<Value> values,
            List<Node> nodes,
            List<Weight> weights,
            List<Integer> inputs,
            List<Integer> outputs) {
        this(name, title, type, values, nodes, weights, inputs, outputs, List.of(), Stored.NOTHING);
    }

    public Graph {
        values = List.copyOf(values);
        nodes = List.copyOf(nodes);
        weights = List.copyOf(weights);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
        requireInputs(nodes, inputs);
        requireOrder(values, nodes, weights.size());
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("a graph has an output");
        }
        for (int output : outputs) {
            if (output < 0 || output >= values.size()) {
                throw new IllegalArgumentException("no such output: " + output);
            }
        }
    }

    private static void requireInputs(List<Node> nodes, List<Integer> inputs) {
        int number = 0;
        while (number < nodes.size() && nodes.get(number).isInput()) {
            if (number >= inputs.size() || nodes.get(number).output() != inputs.get(number)) {
                throw new IllegalArgumentException(nodes.get(number).name() + " is no input of the graph");
            }
            number++;
        }
        if (number == 0 || number < inputs.size()) {
            throw new IllegalArgumentException("a graph begins with its inputs");
        }
    }

    /** Each value is made once, by the node that it names, and taken after that; each node has a name of its own. */
    private static void requireOrder(List<Value> values, List<Node> nodes, int weights) {
        Set<String> names = new HashSet<>();
        boolean[] taken = new boolean[weights];
        int made = 0;
        for (int number = 0; number < nodes.size(); number++) {
            Node node = nodes.get(number);
            for (Operand input : node.inputs()) {
                requireThere(node, input, made, taken);
            }
            for (WeightUse use : node.weights()) {
                requireThere(node, use.operand(), made, taken);
            }
            for (int slot = 0; slot < node.outputs().size(); slot++) {
                int output = node.outputs().get(slot);
                if (output != made
                        || output >= values.size()
                        || values.get(output).node() != number
                        || values.get(output).slot() != slot) {
                    throw new IllegalArgumentException(node.name() + " does not put out value " + output);
                }
                made++;
            }
            if (!names.add(node.name())) {
                throw new IllegalArgumentException("two nodes are named " + node.name());
            }
        }
        if (made != values.size()) {
            throw new IllegalArgumentException("nobody puts out value " + made);
        }
        for (int weight = 0; weight < weights; weight++) {
            if (!taken[weight]) {
                throw new IllegalArgumentException("nobody takes weight " + weight);
            }
        }
    }

    private static void requireThere(Node node, Operand operand, int made, boolean[] taken) {
        boolean weight = operand instanceof Operand.OfWeight;
        if (operand.number() < 0 || operand.number() >= (weight ? taken.length : made)) {
            throw new IllegalArgumentException(node.name() + " takes what is not there yet: " + operand);
        }
        if (weight) {
            taken[operand.number()] = true;
        }
    }

    /** The shape of what the network is given first, batch in front. */
    public Shape input() {
        return values.get(inputs.get(0)).shape();
    }

    /** The shapes of all that the network is given, batch in front. */
    public List<Shape> inputShapes() {
        List<Shape> shapes = new ArrayList<>(inputs.size());
        for (int input : inputs) {
            shapes.add(values.get(input).shape());
        }
        return shapes;
    }

    /** All that the network is given. */
    public List<Value> inputValues() {
        return valuesOf(inputs);
    }

    /** All that it puts out, the main output first. */
    public List<Value> outputValues() {
        return valuesOf(outputs);
    }

    private List<Value> valuesOf(List<Integer> numbers) {
        List<Value> found = new ArrayList<>(numbers.size());
        for (int number : numbers) {
            found.add(values.get(number));
        }
        return found;
    }

    /** The number of the main output. */
    public int output() {
        return outputs.get(0);
    }

    /** The node that puts out the main output. */
    public Node lastNode() {
        return nodes.get(values.get(output()).node());
    }

    /** The shapes that the operator of a node works on, in order. */
    public List<Shape> inputsOf(Node node) {
        if (node.inputs().size() == 1) {
            return List.of(shapeOf(node.inputs().get(0)));
        }
        List<Shape> shapes = new ArrayList<>(node.inputs().size());
        for (Operand input : node.inputs()) {
            shapes.add(shapeOf(input));
        }
        return shapes;
    }

    /** The shape of what a node takes. */
    public Shape shapeOf(Operand operand) {
        return operand instanceof Operand.OfWeight
                ? weights.get(operand.number()).shape()
                : values.get(operand.number()).shape();
    }

    /** The type of the elements of what a node takes. */
    public DType typeOf(Operand operand) {
        return operand instanceof Operand.OfWeight
                ? weights.get(operand.number()).type()
                : values.get(operand.number()).type();
    }

    /** The weights that a node takes, in the order in which it takes them. */
    public List<Weight> weightsOf(Node node) {
        List<Weight> taken = new ArrayList<>(node.weights().size());
        for (int weight : node.weightNumbers()) {
            taken.add(weights.get(weight));
        }
        return taken;
    }

    /** The values that a node puts out, in order. */
    public List<Value> valuesOf(Node node) {
        return valuesOf(node.outputs());
    }

    /**
     * By weight, the number of the node to which it is counted: the first that takes it, and one of a head only where no other does.
     */
    public int[] owners() {
        int[] owners = new int[weights.size()];
        Arrays.fill(owners, NOBODY);
        for (int number = 0; number < nodes.size(); number++) {
            Node node = nodes.get(number);
            for (int i = 0; i < node.inputs().size(); i++) {
                if (node.inputs().get(i) instanceof Operand.OfWeight weight) {
                    count(weight.number(), number, owners);
                }
            }
            for (int place = 0; place < node.weights().size(); place++) {
                int weight = node.weightNumber(place);
                if (weight != Node.COMPUTED) {
                    count(weight, number, owners);
                }
            }
        }
        return owners;
    }

    private void count(int weight, int node, int[] owners) {
        int before = owners[weight];
        if (before == NOBODY
                || nodes.get(before).auxiliary() && !nodes.get(node).auxiliary()) {
            owners[weight] = node;
        }
    }

    /** The shapes that a node puts out, in order. */
    public List<Shape> outputsOf(Node node) {
        if (node.outputs().size() == 1) {
            return List.of(outputOf(node));
        }
        List<Shape> shapes = new ArrayList<>(node.outputs().size());
        for (int output : node.outputs()) {
            shapes.add(values.get(output).shape());
        }
        return shapes;
    }

    /** The first value that a node puts out. */
    public Value valueOf(Node node) {
        return values.get(node.output());
    }

    /** The shape of the first value that a node puts out. */
    public Shape outputOf(Node node) {
        return valueOf(node).shape();
    }

    /** The layers that count: all but the inputs, and the auxiliary ones in training only. */
    public List<Node> layers(boolean training) {
        return nodes.stream()
                .filter(node -> !node.isInput() && (training || !node.auxiliary()))
                .toList();
    }

    /** The same network with its floating-point numbers in another type; all other tensors stay as they are. */
    public Graph in(DType other) {
        if (other == type) {
            return this;
        }
        List<Value> retyped = new ArrayList<>(values.size());
        for (Value value : values) {
            retyped.add(value.type() == type ? value.in(other) : value);
        }
        List<Weight> retypedWeights = new ArrayList<>(weights.size());
        for (Weight weight : weights) {
            retypedWeights.add(weight.type() == type ? weight.in(other) : weight);
        }
        return new Graph(name, title, other, retyped, nodes, retypedWeights, inputs, outputs, notes, stored);
    }

    /**
     * The same network where the values have other shapes, and that brings no elements.
     *
     * @param shapes by the numbers of the values
     */
    public Graph withShapes(List<Shape> shapes) {
        List<Value> reshaped = new ArrayList<>(values.size());
        for (int number = 0; number < values.size(); number++) {
            reshaped.add(values.get(number).with(shapes.get(number)));
        }
        return new Graph(name, title, type, reshaped, nodes, weights, inputs, outputs, notes, Stored.NOTHING);
    }

    /** The same network where all values are stored as its floating-point numbers are, those that are none as well. */
    public Graph withValuesOfOneType() {
        List<Value> retyped = values.stream().map(value -> value.in(type)).toList();
        return new Graph(name, title, type, retyped, nodes, weights, inputs, outputs, notes, stored);
    }

    /** The same network, of which this is to be said. */
    public Graph withNotes(List<String> others) {
        return new Graph(name, title, type, values, nodes, weights, inputs, outputs, others, stored);
    }

    /** The same network, which brings elements. */
    public Graph with(Stored elements) {
        return new Graph(name, title, type, values, nodes, weights, inputs, outputs, notes, elements);
    }
}
