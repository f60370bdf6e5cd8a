package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.TensorMessage;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.NodeAttributes;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node with what is known of its inputs: all that a rule may ask. */
public final class NodeCall {
    private final ModelNode node;
    private final List<Optional<Fact>> inputs;
    private final RegionInference regions;

    /** Infers a region of a node, as its rule asks for. */
    interface RegionInference {
        InferredRegion infer(Region region, List<Fact> inputs);

        /** The same, or empty where the region cannot run with these inputs. */
        Optional<InferredRegion> attempt(Region region, List<Fact> inputs);

        /** What the file declares of a value. */
        Optional<Fact> declared(ModelValue value);

        /** What is known of the tensors in attributes. */
        Fact constant(TensorMessage tensor);
    }

    NodeCall(ModelNode node, List<Optional<Fact>> inputs, RegionInference regions) {
        this.node = node;
        this.inputs = List.copyOf(inputs);
        this.regions = regions;
    }

    public ModelNode node() {
        return node;
    }

    public String operator() {
        return node.operator();
    }

    /** The version of the operators of its domain. */
    public long version() {
        return node.version();
    }

    public NodeAttributes attributes() {
        return node.attributes();
    }

    /** How many inputs are written, those that are left out between others among them. */
    public int inputs() {
        return inputs.size();
    }

    /** How many outputs are written, those that are left out between others among them. */
    public int outputs() {
        return node.outputs().size();
    }

    /** Whether an output is asked for. */
    public boolean wants(int slot) {
        return slot < node.outputs().size() && node.outputs().get(slot).isPresent();
    }

    /** Whether an input is there. */
    public boolean has(int input) {
        return input < inputs.size() && inputs.get(input).isPresent();
    }

    /** What is known of an input; throws {@link Refusal} where it is left out. */
    public Fact fact(int input) {
        if (!has(input)) {
            throw new Refusal(
                    "too-few-inputs",
                    "",
                    operator() + " takes an input " + (input + 1) + ", which is left out",
                    "export the model again");
        }
        return inputs.get(input).get();
    }

    /** All inputs that are there. */
    public List<Fact> facts() {
        return inputs.stream().flatMap(Optional::stream).toList();
    }

    /** An input that is a tensor of known rank; throws {@link UnknownException} where that is not known. */
    public Fact.Tensor tensor(int input) {
        Fact fact = fact(input);
        if (fact instanceof Fact.Tensor tensor) {
            return tensor;
        }
        Optional<Extent.Unknown> unknown = fact.unknown();
        if (unknown.isPresent()) {
            throw new UnknownException(unknown.get());
        }
        throw new Refusal(
                "not-a-tensor", "", operator() + " takes tensors, and no sequences", "export the model again");
    }

    /** Throws {@link UnknownException} where the rank is not known; extents of the shape may be unknown. */
    public Shape shape(int input) {
        return tensor(input).shape();
    }

    /** The type of an input's elements; throws {@link UnknownException} where it is not known. */
    public DType type(int input) {
        return fact(input) instanceof Fact.AnyTensor any
                ? any.type()
                : tensor(input).type();
    }

    public Formula elements(int input) {
        return Formula.elements(shape(input));
    }

    /** The elements of an input; throws {@link UnknownException} where they are not followed. */
    public SmallContent content(int input) {
        Fact.Tensor tensor = tensor(input);
        if (tensor.content().isPresent()) {
            return tensor.content().get();
        }
        throw new UnknownException(unknown(input));
    }

    /** The elements of an input, where they are followed. */
    public Optional<SmallContent> contentOf(int input) {
        return has(input) && fact(input) instanceof Fact.Tensor tensor ? tensor.content() : Optional.empty();
    }

    /** All whole numbers of an input; throws {@link UnknownException} where one is not known. */
    public List<Long> wholes(int input) {
        return content(input).wholes();
    }

    /** The same, or empty where the input is left out. */
    public Optional<List<Long>> wholesIfThere(int input) {
        return has(input) ? Optional.of(wholes(input)) : Optional.empty();
    }

    /** The only whole number of an input. */
    public long whole(int input) {
        List<Long> wholes = wholes(input);
        if (wholes.size() != 1) {
            throw new Refusal(
                    "bad-rank",
                    "",
                    operator() + " takes one number as input " + (input + 1) + ", but there are " + wholes.size(),
                    "export the model again");
        }
        return wholes.get(0);
    }

    /** Where it comes from that the elements of an input are not known: the value that they are. */
    public Extent.Unknown unknown(int input) {
        Optional<Extent.Unknown> before = fact(input).unknown();
        return before.orElseGet(() -> new Extent.Unknown(
                node.inputs().get(input).map(value -> value.name()).orElse(node.label())));
    }

    /** What only the elements of its inputs decide, which are known when it runs. */
    public Extent.Unknown here() {
        return new Extent.Unknown(node.label());
    }

    /** An axis that is counted from the end where it is negative; throws {@link Refusal} where there is none. */
    public int axis(long written, int rank) {
        long axis = written < 0 ? written + rank : written;
        if (axis < 0 || axis >= rank) {
            throw new Refusal(
                    "no-such-axis",
                    "",
                    "axis " + written + " is none of a tensor of rank " + rank,
                    "an axis is from " + -rank + " to " + (rank - 1));
        }
        return (int) axis;
    }

    public List<Integer> axes(List<Long> written, int rank) {
        List<Integer> axes = new ArrayList<>(written.size());
        for (long axis : written) {
            axes.add(axis(axis, rank));
        }
        return axes;
    }

    /** Throws {@link Refusal}: inputs do not go together. */
    public Refusal refusal(String fact) {
        return new Refusal("shapes-differ", "", fact, "check the shapes before this node; --bind sets those of inputs");
    }

    /** What a tensor in an attribute is. */
    public Fact constant(TensorMessage tensor) {
        return regions.constant(tensor);
    }

    /** What a region makes of what it is given. */
    InferredRegion infer(Region region, List<Fact> given) {
        return regions.infer(region, given);
    }

    /** The same, or empty where the region cannot run with that. */
    Optional<InferredRegion> attempt(Region region, List<Fact> given) {
        return regions.attempt(region, given);
    }

    /** What the file declares of a value in a region. */
    Optional<Fact> declared(ModelValue value) {
        return regions.declared(value);
    }
}
