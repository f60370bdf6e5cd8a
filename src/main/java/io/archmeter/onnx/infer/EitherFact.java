package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a value that is one of two, and nobody knows which: that in which they are alike. */
final class EitherFact {
    private EitherFact() {}

    /** @param origin of what differs: what decides which of them it is */
    static Fact of(Fact one, Fact other, Extent.Unknown origin) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof Fact.Anything || other instanceof Fact.Anything) {
            return one instanceof Fact.Anything ? one : other;
        }
        if (one instanceof Fact.Sequence first && other instanceof Fact.Sequence second) {
            return sequence(first, second, origin);
        }
        if (one instanceof Fact.Tensor first
                && other instanceof Fact.Tensor second
                && first.type() == second.type()
                && first.shape().rank() == second.shape().rank()) {
            return tensor(first, second, origin);
        }
        return isTensor(one)
                        && isTensor(other)
                        && TypeOf.known(one, Optional.empty()) == TypeOf.known(other, Optional.empty())
                ? new Fact.AnyTensor(TypeOf.known(one, Optional.empty()), origin)
                : new Fact.Anything(origin);
    }

    private static boolean isTensor(Fact fact) {
        return fact instanceof Fact.Tensor || fact instanceof Fact.AnyTensor;
    }

    private static Fact tensor(Fact.Tensor one, Fact.Tensor other, Extent.Unknown origin) {
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < one.shape().rank(); axis++) {
            axes.add(extent(one.shape().axis(axis), other.shape().axis(axis), origin));
        }
        Fact.Tensor either = Fact.tensor(one.type(), Shape.ofAxes(axes));
        boolean followed = one.content().isPresent()
                && other.content().isPresent()
                && either.shape().unknown().isEmpty();
        return followed
                ? either.with(content(one.content().get(), other.content().get(), origin))
                : either;
    }

    private static SmallContent content(SmallContent one, SmallContent other, Extent.Unknown origin) {
        List<FollowedElement> elements = new ArrayList<>(one.size());
        for (int index = 0; index < one.size(); index++) {
            FollowedElement element = one.element(index);
            boolean same = element instanceof FollowedElement.Unknown || element.equals(other.element(index));
            elements.add(same ? element : new FollowedElement.Unknown(origin));
        }
        return new SmallContent(elements);
    }

    private static Extent extent(Extent one, Extent other, Extent.Unknown origin) {
        return one.equals(other) || one instanceof Extent.Unknown ? one : origin;
    }

    private static Fact sequence(Fact.Sequence one, Fact.Sequence other, Extent.Unknown origin) {
        // An empty one says nothing of its elements.
        Optional<Fact> element = isEmpty(one) ? other.element() : one.element();
        if (!isEmpty(one) && !isEmpty(other)) {
            element = element.flatMap(first -> other.element().map(second -> of(first, second, origin)));
        }
        return new Fact.Sequence(element, extent(one.length(), other.length(), origin), Optional.empty());
    }

    private static boolean isEmpty(Fact.Sequence sequence) {
        return sequence.length().equals(Extent.of(0));
    }

    /** What all of several are; empty of none. */
    static Optional<Fact> of(List<Fact> facts, Extent.Unknown origin) {
        boolean small = facts.stream().mapToLong(FollowedTotal::size).sum() <= SmallContent.MOST_ELEMENTS;
        return facts.stream().map(fact -> small ? fact : bare(fact)).reduce((one, other) -> of(one, other, origin));
    }

    private static Fact bare(Fact fact) {
        return fact instanceof Fact.Tensor tensor ? tensor.withoutContent() : fact;
    }

    /** The same, without what can change from trip to trip of a loop: only what kind of value it is. */
    static Fact kind(Fact fact, Extent.Unknown origin) {
        if (isTensor(fact)) {
            return new Fact.AnyTensor(TypeOf.known(fact, Optional.empty()), origin);
        }
        return fact instanceof Fact.Sequence
                ? new Fact.Sequence(Optional.empty(), origin, Optional.empty())
                : new Fact.Anything(origin);
    }
}
