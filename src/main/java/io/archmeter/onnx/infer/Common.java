package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a value that is one of several: what they have in common. */
final class Common {
    private Common() {}

    /** @param origin of what differs */
    static Fact of(Fact one, Fact other, Extent.Unknown origin) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof Fact.Sequence first && other instanceof Fact.Sequence second) {
            return sequence(first, second, origin);
        }
        if (one instanceof Fact.Tensor first && other instanceof Fact.Tensor second && first.type() == second.type()) {
            return first.shape().rank() == second.shape().rank()
                    ? Fact.tensor(first.type(), shape(first.shape(), second.shape(), origin))
                    : new Fact.AnyTensor(first.type(), origin);
        }
        return new Fact.Anything(one.unknown().or(other::unknown).orElse(origin));
    }

    private static Shape shape(Shape one, Shape other, Extent.Unknown origin) {
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < one.rank(); axis++) {
            axes.add(extent(one.axis(axis), other.axis(axis), origin));
        }
        return Shape.ofAxes(axes);
    }

    private static Extent extent(Extent one, Extent other, Extent.Unknown origin) {
        if (one.equals(other) || one instanceof Extent.Unknown) {
            return one;
        }
        return other instanceof Extent.Unknown ? other : origin;
    }

    private static Fact sequence(Fact.Sequence one, Fact.Sequence other, Extent.Unknown origin) {
        Extent length = extent(one.length(), other.length(), origin);
        if (isEmpty(one) || isEmpty(other)) {
            return new Fact.Sequence(isEmpty(one) ? other.element() : one.element(), length, Optional.empty());
        }
        Optional<Fact> element = one.element().isPresent() && other.element().isPresent()
                ? Optional.of(of(one.element().get(), other.element().get(), origin))
                : Optional.of(new Fact.Anything(origin));
        return new Fact.Sequence(element, length, Optional.empty());
    }

    private static boolean isEmpty(Fact.Sequence sequence) {
        return sequence.length().equals(Extent.of(0));
    }

    /** What all of them have in common; empty of none. */
    static Optional<Fact> of(List<Fact> facts, Extent.Unknown origin) {
        return facts.stream().reduce((one, other) -> of(one, other, origin));
    }
}
