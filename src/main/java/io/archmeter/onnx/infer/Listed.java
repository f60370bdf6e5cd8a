package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Inputs that list numbers: one for each axis, say. How many there are can be known where they are not. */
final class Listed {
    private Listed() {}

    /** The elements of an input, as many as it has; throws {@link UnknownException} where not even that is known. */
    static List<FollowedElement> elements(NodeCall call, int input) {
        Fact.Tensor tensor = call.tensor(input);
        if (tensor.content().isPresent()) {
            return tensor.content().get().elements();
        }
        long count = tensor.shape().elements();
        if (count > SmallContent.MOST_ELEMENTS) {
            throw new UnknownException(call.unknown(input));
        }
        return Collections.nCopies((int) count, new FollowedElement.Unknown(call.unknown(input)));
    }

    /** The shape that an input lists. */
    static Shape shape(NodeCall call, int input) {
        List<Extent> axes = new ArrayList<>();
        elements(call, input).forEach(element -> axes.add(extent(call, element)));
        return Shape.ofAxes(axes);
    }

    /** An extent that an input has as an element; throws {@link io.archmeter.op.Refusal} where it is negative. */
    static Extent extent(NodeCall call, FollowedElement element) {
        if (element instanceof FollowedElement.Unknown unknown) {
            return unknown.origin();
        }
        long extent = ElementArithmetic.whole(element);
        if (extent < 0) {
            throw call.refusal("an extent of " + extent + " is none");
        }
        return Extent.of(extent);
    }

    /** The product of extents; that of none is 1. With a 0 among them it is known, whatever the others are. */
    static Extent product(List<Extent> extents) {
        long product = 1;
        Extent unknown = null;
        for (Extent extent : extents) {
            if (extent instanceof Extent.Known known) {
                product = known.value() == 0 || product == 0 ? 0 : Math.multiplyExact(product, known.value());
            } else if (unknown == null) {
                unknown = extent;
            }
        }
        return unknown == null || product == 0 ? Extent.of(product) : unknown;
    }

    /** The sum of extents; not known where one is not. */
    static Extent sum(List<Extent> extents) {
        long sum = 0;
        for (Extent extent : extents) {
            if (!(extent instanceof Extent.Known known)) {
                return extent;
            }
            sum = Math.addExact(sum, known.value());
        }
        return Extent.of(sum);
    }

    /** What two extents must both be; throws {@link io.archmeter.op.Refusal} where they cannot. */
    static Extent same(NodeCall call, Extent one, Extent other) {
        if (one instanceof Extent.Known && other instanceof Extent.Known && !one.equals(other)) {
            throw call.refusal("extents of " + one.text() + " and " + other.text() + " must be the same");
        }
        return one instanceof Extent.Known ? one : other;
    }
}
