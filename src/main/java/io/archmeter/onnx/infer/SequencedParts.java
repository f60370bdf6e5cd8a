package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code SplitToSequence} and {@code ConcatFromSequence}: a tensor as a sequence of its parts, and back. */
final class SequencedParts {
    static final NodeRule SPLIT = SequencedParts::split;
    static final NodeRule CONCAT = SequencedParts::concat;

    private SequencedParts() {}

    private static Outcome split(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        int axis = call.axis(call.attributes().whole("axis", 0), data.shape().rank());
        boolean dropped = !call.has(1) && call.attributes().whole("keepdims", 1) == 0;
        Extent size = call.has(1) ? Extent.of(0) : Extent.of(1);
        if (call.has(1) && call.shape(1).rank() > 0) {
            return Outcome.of(Fact.Sequence.of(SplitRule.parts(call, data, axis, SplitRule.sizes(call, 1))));
        }
        if (call.has(1)) {
            size = Listed.extent(call, Listed.elements(call, 1).get(0));
        }
        if (size.equals(Extent.of(0))) {
            throw call.refusal("a tensor cannot be split into parts of 0");
        }
        Extent whole = data.shape().axis(axis);
        if (!(size instanceof Extent.Known each) || !(whole instanceof Extent.Known all)) {
            Extent open = size instanceof Extent.Unknown ? size : whole;
            return alike(data, axis, size.equals(Extent.of(1)) ? size : open, dropped, open);
        }
        long parts = Math.floorDiv(all.value() - 1, each.value()) + 1;
        long last = all.value() - (parts - 1) * each.value();
        if (parts > SmallContent.MOST_ELEMENTS) {
            return alike(data, axis, last == each.value() ? size : call.here(), dropped, Extent.of(parts));
        }
        List<Extent> sizes = new ArrayList<>(Collections.nCopies((int) Math.max(0, parts - 1), size));
        if (parts > 0) {
            sizes.add(Extent.of(last));
        }
        List<Fact> elements = new ArrayList<>();
        for (Fact part : SplitRule.parts(call, data, axis, sizes)) {
            Fact.Tensor tensor = (Fact.Tensor) part;
            elements.add(dropped ? ElementPlaces.reshaped(tensor, without(tensor.shape(), axis)) : tensor);
        }
        return Outcome.of(Fact.Sequence.of(elements));
    }

    /** Parts that are not told apart, of a size along the axis, which may be dropped. */
    private static Outcome alike(Fact.Tensor data, int axis, Extent size, boolean dropped, Extent length) {
        Shape part = data.shape().with(axis, size);
        return Outcome.of(new Fact.Sequence(
                Optional.of(Fact.tensor(data.type(), dropped ? without(part, axis) : part)), length, Optional.empty()));
    }

    private static Shape without(Shape shape, int axis) {
        List<Extent> axes = shape.axes();
        axes.remove(axis);
        return Shape.ofAxes(axes);
    }

    private static Outcome concat(NodeCall call) {
        Fact.Sequence sequence = Sequences.sequence(call, 0);
        long written = call.attributes().whole("axis", 0);
        boolean stacked = call.attributes().flag("new_axis");
        if (sequence.elements().isPresent() && !sequence.elements().get().isEmpty()) {
            List<Fact> parts = new ArrayList<>();
            for (Fact element : sequence.elements().get()) {
                parts.add(stacked && element instanceof Fact.Tensor tensor ? with(call, tensor, written) : element);
            }
            return Outcome.of(ConcatRule.of(call, parts, written));
        }
        if (!(sequence.element().orElse(new Fact.Nothing()) instanceof Fact.Tensor element)) {
            throw new UnknownException(sequence.unknown().orElseGet(call::here));
        }
        Fact.Tensor part = stacked ? with(call, element, written) : element;
        int axis = call.axis(written, part.shape().rank());
        Extent along = ExtentArithmetic.product(sequence.length(), part.shape().axis(axis));
        return Outcome.of(Fact.tensor(part.type(), part.shape().with(axis, along)));
    }

    /** The same with another axis of extent 1. */
    private static Fact.Tensor with(NodeCall call, Fact.Tensor tensor, long written) {
        List<Extent> axes = tensor.shape().axes();
        axes.add(call.axis(written, axes.size() + 1), Extent.of(1));
        return ElementPlaces.reshaped(tensor, Shape.ofAxes(axes));
    }
}
