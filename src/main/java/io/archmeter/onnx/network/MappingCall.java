package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.infer.SmallContent;
import io.archmeter.onnx.model.NodeAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A node as a mapping sees it. */
final class MappingCall {
    private final InferredNode node;
    private final Folded constants;
    private final int asked;

    /** @param asked how many of its outputs somebody takes */
    MappingCall(InferredNode node, Folded constants, int asked) {
        this.node = node;
        this.constants = constants;
        this.asked = asked;
    }

    InferredNode node() {
        return node;
    }

    String operator() {
        return node.node().operator();
    }

    long version() {
        return node.node().version();
    }

    NodeAttributes attributes() {
        return node.node().attributes();
    }

    int inputs() {
        return node.node().inputs().size();
    }

    /** How many outputs somebody takes. */
    int asked() {
        return asked;
    }

    /** How many outputs are written. */
    int outputs() {
        return (int) node.node().outputs().stream().filter(Optional::isPresent).count();
    }

    boolean has(int input) {
        return input < inputs() && node.node().inputs().get(input).isPresent();
    }

    /** Whether an input is the same at each run. */
    boolean isConstant(int input) {
        return has(input)
                && constants.isConstant(node.node().inputs().get(input).orElseThrow());
    }

    /** Whether an input is a tensor of the file, as it is stored. */
    boolean isStored(int input) {
        return isConstant(input)
                && constants.isStored(node.node().inputs().get(input).orElseThrow());
    }

    /** The shape of an input; whoever asks knows that it is there and known, see {@link Mappings}. */
    Shape shape(int input) {
        return tensor(input).shape();
    }

    DType type(int input) {
        return tensor(input).type();
    }

    /** The elements of an input, where they are known. */
    Optional<SmallContent> content(int input) {
        return has(input) ? tensor(input).content().filter(SmallContent::isKnown) : Optional.empty();
    }

    /** The whole numbers of an input, where they are known. */
    Optional<List<Long>> wholes(int input) {
        return content(input).map(SmallContent::wholes);
    }

    /** The one element of an input that is the same at each run. */
    OptionalDouble number(int input) {
        Optional<SmallContent> content = isConstant(input) ? content(input) : Optional.empty();
        return content.isPresent() && content.get().size() == 1
                ? OptionalDouble.of(decimal(content.get().real(0)))
                : OptionalDouble.empty();
    }

    /** A real attribute, as it is written in decimals: 0.1, and not the number of 32 bits that is nearest to it. */
    double real(String name, double otherwise) {
        return attributes().real(name).map(value -> decimal((double) value)).orElse(otherwise);
    }

    private static double decimal(double stored) {
        return stored == (float) stored ? Double.parseDouble(Float.toString((float) stored)) : stored;
    }

    /** An axis of an input, counted from the end where it is negative. Throws {@link IllegalArgumentException} where there is none. */
    int axis(long written, int input) {
        int rank = shape(input).rank();
        long axis = written < 0 ? written + rank : written;
        if (axis < 0 || axis >= rank) {
            throw new IllegalArgumentException("axis " + written + " of rank " + rank);
        }
        return (int) axis;
    }

    /** The shape of the first output. */
    Shape output() {
        return ((Fact.Tensor) node.outcome().outputs().get(0)).shape();
    }

    /** The shapes of all outputs. */
    List<Shape> outputShapes() {
        return node.outcome().outputs().stream()
                .map(output -> ((Fact.Tensor) output).shape())
                .toList();
    }

    private Fact.Tensor tensor(int input) {
        Fact fact = node.inputs().get(input).orElseThrow();
        if (fact instanceof Fact.Tensor tensor) {
            return tensor;
        }
        throw new UnknownException(fact.unknown().orElse(Extent.Unknown.HERE));
    }
}
