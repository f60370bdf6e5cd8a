package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Unique}: the different elements of a tensor, or its different slices along an axis; where each is first, which one each element
 * is, and how often each occurs.
 */
final class Unique {
    static final NodeRule RULE = Unique::infer;

    private Unique() {}

    private static Outcome infer(NodeCall call) {
        Fact.Tensor data;
        try {
            data = call.tensor(0);
        } catch (UnknownException notKnown) {
            return ofAnyRank(call, notKnown);
        }
        Shape in = data.shape();
        boolean along = call.attributes().has("axis");
        int axis = along ? call.axis(call.attributes().whole("axis", 0), in.rank()) : 0;
        Extent whole = along ? in.axis(axis) : ExtentArithmetic.product(in.axes());
        Extent different = different(call, data, along, whole);
        Shape values = along ? in.with(axis, different) : Shape.ofAxes(List.of(different));
        Fact counted = Fact.tensor(DType.INT64, Shape.ofAxes(List.of(different)));
        Fact inverse = Fact.tensor(DType.INT64, Shape.ofAxes(List.of(whole)));
        return Outcome.of(Fact.tensor(data.type(), values), counted, inverse, counted);
    }

    private static Extent different(NodeCall call, Fact.Tensor data, boolean along, Extent whole) {
        if (whole.equals(Extent.of(0)) || whole.equals(Extent.of(1))) {
            return whole;
        }
        boolean list = !along || data.shape().rank() == 1;
        Optional<SmallContent> content = data.content().filter(SmallContent::isKnown);
        if (!list || content.isEmpty() || !isComparable(content.get())) {
            return call.here();
        }
        Set<FollowedElement> elements = new LinkedHashSet<>(content.get().elements());
        return Extent.of(elements.size());
    }

    /** Numbers that are none, and zeros of two signs, are equal or not to different people. */
    private static boolean isComparable(SmallContent content) {
        return content.elements().stream()
                .noneMatch(element -> element instanceof FollowedElement.Real real
                        && (Double.isNaN(real.value()) || real.value() == 0));
    }

    private static Outcome ofAnyRank(NodeCall call, UnknownException notKnown) {
        Fact counted = Fact.tensor(DType.INT64, Shape.ofAxes(List.of(call.here())));
        Fact inverse = Fact.tensor(DType.INT64, Shape.ofAxes(List.of(notKnown.unknown())));
        Fact values =
                call.fact(0) instanceof Fact.AnyTensor any && !call.attributes().has("axis")
                        ? Fact.tensor(any.type(), Shape.ofAxes(List.of(call.here())))
                        : new Fact.Anything(notKnown.unknown());
        return Outcome.of(values, counted, inverse, counted);
    }
}
