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
}
