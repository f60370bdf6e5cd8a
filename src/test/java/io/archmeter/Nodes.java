package io.archmeter;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.problem.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds graphs layer by layer, also such as no spec describes: with outputs that nobody takes. */
public final class Nodes {
    private static final Span HERE = Span.of("test");

    private final GraphDraft draft = new GraphDraft(DType.FLOAT32);

    /** Begins with the input, which has the number 0. */
    public Nodes(long... input) {
        this(Shape.of(input), DType.FLOAT32);
    }

    private Nodes(Shape input, DType type) {
        draft.addInput("input", input, type, HERE);
    }

    /** Begins with an input of a shape. */
    public static Nodes on(Shape input) {
        return on(input, DType.FLOAT32);
    }

    /** Begins with an input whose elements have a type. */
    public static Nodes on(Shape input, DType type) {
        return new Nodes(input, type);
    }

    /** Adds another input; all of them come before the layers. */
    public int addInput(Shape shape) {
        return addInput(shape, DType.FLOAT32);
    }

    /** Adds another input whose elements have a type. */
    public int addInput(Shape shape, DType type) {
        return draft.addInput("input" + size(), shape, type, HERE);
    }

    /** Adds a layer that does what another one does, with its very weights; empty where they do not fit what comes in. */
    Optional<Integer> addSharing(int other, boolean auxiliary, List<Integer> inputs) {
        return addSharing(other, get(other).op(), auxiliary, inputs);
    }

    /** Adds a layer with the very weights of another one; empty where it asks for others. */
    Optional<Integer> addSharing(int other, Op op, boolean auxiliary, List<Integer> inputs) {
        Node owner = get(other);
        List<Operand> operands = inputs.stream().map(Operand::value).toList();
        Inferred inferred = Catalogue.infer(op, inputs(operands));
        List<Shape> asked =
                inferred.weights().stream().map(WeightDeclaration::shape).toList();
        List<Shape> there =
                owner.weights().stream().map(use -> draft.shape(use.operand())).toList();
        return asked.equals(there)
                ? Optional.of(draft.add(
                        op.kind() + size(), op, operands, owner.weights(), inferred.outputs(), auxiliary, HERE))
                : Optional.empty();
    }

    /**
     * Adds a layer; its name is its kind and the number of what it puts out, e.g. {@code conv1}.
     *
     * @return the number of what it puts out, or of the first of several
     */
    public int add(Op op, Integer... inputs) {
        return add(op.kind() + size(), op, inputs);
    }

    /** Adds a layer with a name. */
    public int add(String name, Op op, Integer... inputs) {
        return add(name, op, false, Arrays.asList(inputs));
    }

    /** Adds a layer that serves an output beside the main one. */
    public int addAuxiliary(Op op, Integer... inputs) {
        return add(op, true, Arrays.asList(inputs));
    }

    int add(Op op, boolean auxiliary, List<Integer> inputs) {
        return add(op.kind() + size(), op, auxiliary, inputs);
    }

    private int add(String name, Op op, boolean auxiliary, List<Integer> inputs) {
        List<Operand> operands = inputs.stream().map(Operand::value).toList();
        return Catalogue.infer(op, inputs(operands)).addTo(draft, name, op, operands, auxiliary, HERE, List.of());
    }

    private Inputs inputs(List<Operand> operands) {
        return new Inputs(
                operands.stream().map(draft::shape).toList(),
                operands.stream()
                        .map(operand -> draft.value(operand.number()).type())
                        .toList());
    }

    /** The shape of what has a number. */
    public Shape shape(int value) {
        return draft.value(value).shape();
    }

    /** What the elements of what has a number are stored as. */
    public DType type(int value) {
        return draft.value(value).type();
    }

    /** The name of what has a number. */
    public String name(int value) {
        return draft.value(value).name();
    }

    /** The node that puts out what has a number. */
    public Node get(int value) {
        return draft.nodes().get(draft.value(value).node());
    }

    /** How many values there are, and the number of the next one. */
    public int size() {
        return draft.values();
    }

    /** The graph whose main output is the last layer's last. */
    public Graph graph() {
        return graph(size() - 1);
    }

    /** The graph that puts these values out. */
    public Graph graph(Integer... outputs) {
        return draft.graph("test", "", Stream.of(outputs).toList());
    }
}
