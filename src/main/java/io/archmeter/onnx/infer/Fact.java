package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Optional;

/** What is known of a value before the network runs. */
public sealed interface Fact {
    /** What is not known of it, where that comes from; empty where its type and shape are known. */
    Optional<Extent.Unknown> unknown();

    /**
     * A tensor.
     *
     * @param content its elements, where they are few and can be followed
     */
    record Tensor(DType type, Shape shape, Optional<SmallContent> content) implements Fact {
        public Tensor {
            if (content.isPresent()
                    && (shape.unknown().isPresent()
                            || shape.elements() != content.get().size())) {
                throw new IllegalArgumentException("a tensor of " + shape + " has other elements: " + content);
            }
        }

        @Override
        public Optional<Extent.Unknown> unknown() {
            return shape.unknown();
        }

        /** The same with its elements. */
        public Tensor with(SmallContent elements) {
            return new Tensor(type, shape, Optional.of(elements));
        }

        /** The same without its elements. */
        public Tensor withoutContent() {
            return content.isEmpty() ? this : new Tensor(type, shape, Optional.empty());
        }
    }

    /** A tensor of which not even the rank is known. */
    record AnyTensor(DType type, Extent.Unknown origin) implements Fact {
        @Override
        public Optional<Extent.Unknown> unknown() {
            return Optional.of(origin);
        }
    }

    /**
     * A sequence.
     *
     * @param element what is known of each of its elements
     * @param length how many there are
     * @param elements all of them, where they are followed
     */
    record Sequence(Optional<Fact> element, Extent length, Optional<List<Fact>> elements) implements Fact {
        public Sequence {
            elements = elements.map(List::copyOf);
        }

        /** One whose elements are known. */
        static Sequence of(List<Fact> elements) {
            return new Sequence(
                    EitherFact.of(elements, Extent.Unknown.HERE), Extent.of(elements.size()), Optional.of(elements));
        }

        @Override
        public Optional<Extent.Unknown> unknown() {
            Optional<Extent.Unknown> each = element.flatMap(Fact::unknown);
            // What is known of each is known of all, and a long sequence is asked at each node that makes it longer.
            Optional<Extent.Unknown> inside = each.isPresent() && elements.isPresent()
                    ? elements.get().stream()
                            .flatMap(one -> one.unknown().stream())
                            .findFirst()
                    : each;
            return length instanceof Extent.Unknown unknown ? Optional.of(unknown) : inside;
        }
    }

    /** A value that may be left out, and is. */
    record Nothing() implements Fact {
        @Override
        public Optional<Extent.Unknown> unknown() {
            return Optional.empty();
        }
    }

    /** A value of which nothing is known. */
    record Anything(Extent.Unknown origin) implements Fact {
        @Override
        public Optional<Extent.Unknown> unknown() {
            return Optional.of(origin);
        }
    }

    static Tensor tensor(DType type, Shape shape) {
        return new Tensor(type, shape, Optional.empty());
    }

    /** A tensor, with its elements where they are few enough to be followed. */
    static Tensor tensor(DType type, Shape shape, List<FollowedElement> elements) {
        return elements.size() > SmallContent.MOST_ELEMENTS
                ? tensor(type, shape)
                : new Tensor(type, shape, Optional.of(new SmallContent(elements)));
    }

    /** A list of whole numbers. */
    static Tensor wholes(List<FollowedElement> elements) {
        return tensor(DType.INT64, Shape.of(elements.size()), elements);
    }
}
