package io.archmeter.graph;

import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph that is being put together, from the inputs on; it gives values, nodes and weights their numbers.
 *
 * @since 0.2.0
 */
public final class GraphDraft {
    private final DType type;
    private final List<Value> values = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();

    /** @param type of the network's floating-point numbers */
    public GraphDraft(DType type) {
        this.type = type;
    }

    /**
     * Adds an input; all of them come before the layers.
     *
     * @return the number of its value
     */
    public int addInput(String name, Shape shape, DType elements, Span place) {
        return addInput(name, new Input(true), shape, elements, place);
    }

    /** Adds an input that may have no batch. */
    public int addInput(String name, Input input, Shape shape, DType elements, Span place) {
        int value = add(name, input, List.of(), List.of(), List.of(Output.of(shape, elements)), false, place);
        inputs.add(value);
        return value;
    }

    /** The number of a new weight. */
    public int addWeight(Weight weight) {
        weights.add(weight);
        return weights.size() - 1;
    }

    /** Adds a layer that no block writes. */
    public int add(
            String name,
            Op op,
            List<Operand> operands,
            List<WeightUse> uses,
            List<Output> outputs,
            boolean auxiliary,
            Span place) {
        return add(name, op, operands, uses, outputs, auxiliary, place, List.of());
    }

    /**
     * Adds a layer; see {@link Node}.
     *
     * @return the number of its first value; those of its other outputs follow
     */
    public int add(
            String name,
            Op op,
            List<Operand> operands,
            List<WeightUse> uses,
            List<Output> outputs,
            boolean auxiliary,
            Span place,
            List<Span> calls) {
        int first = values.size();
        List<Integer> numbers = new ArrayList<>(outputs.size());
        for (Output output : outputs) {
            numbers.add(values.size());
            String full = output.name().isEmpty() ? name : name + "." + output.name();
            values.add(new Value(full, output.shape().from(name), output.type(), nodes.size(), numbers.size() - 1));
        }
        nodes.add(new Node(name, op, operands, uses, numbers, auxiliary, false, place, calls));
        return first;
    }

    /** The nodes so far, in order. */
    public List<Node> nodes() {
        return nodes;
    }

    /** How many values there are so far. */
    public int values() {
        return values.size();
    }

    public Value value(int number) {
        return values.get(number);
    }

    public Weight weight(int number) {
        return weights.get(number);
    }

    /** The shape of what a node would take. */
    public Shape shape(Operand operand) {
        return operand instanceof Operand.OfWeight
                ? weights.get(operand.number()).shape()
                : values.get(operand.number()).shape();
    }

    /** The type of the elements of what a node would take. */
    public DType type(Operand operand) {
        return operand instanceof Operand.OfWeight
                ? weights.get(operand.number()).type()
                : values.get(operand.number()).type();
    }

    /** Says that the layer which puts out a value is the call of a function, and no module. */
    public void callAsFunction(int value) {
        int node = values.get(value).node();
        nodes.set(node, nodes.get(node).asFunction());
    }

    /**
     * The graph.
     *
     * @param outputs the numbers of the values that the network puts out, the main one first
     */
    public Graph graph(String name, String title, List<Integer> outputs) {
        return new Graph(name, title, type, values, nodes, weights, inputs, outputs);
    }
}
