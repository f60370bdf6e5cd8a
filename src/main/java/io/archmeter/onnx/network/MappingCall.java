package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.Content;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.NodeAttributes;
import java.util.Optional;

/** A node as a mapping sees it. */
final class MappingCall {
    private final InferredNode node;
    private final Folded constants;

    MappingCall(InferredNode node, InferredModel model, Folded constants) {
        this.node = node;
        this.constants = constants;
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

    /** How many outputs somebody wants. */
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
    Optional<Content> content(int input) {
        return has(input) ? tensor(input).content().filter(Content::isKnown) : Optional.empty();
    }

    /** The shape of the first output. */
    Shape output() {
        return ((Fact.Tensor) node.outcome().outputs().get(0)).shape();
    }

    private Fact.Tensor tensor(int input) {
        return (Fact.Tensor) node.inputs().get(input).orElseThrow();
    }
}
