package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.TensorMessage;
import java.util.List;
import java.util.Optional;

/** Tensors that are made from nothing but a shape: filled with a number, or drawn at random. */
final class Made {
    static final NodeRule CONSTANT_OF_SHAPE = Made::constantOfShape;
    /** A node that says nothing of what it holds. */
    static final NodeRule CONSTANT = call -> Outcome.of(new Fact.Anything(call.here()));

    static final NodeRule EYE_LIKE = Made::eyeLike;
    static final NodeRule RANDOM = Made::random;
    static final NodeRule RANDOM_LIKE = call -> Outcome.of(like(call));
    static final NodeRule MULTINOMIAL = Made::multinomial;

    private Made() {}

    private static Outcome constantOfShape(NodeCall call) {
        Optional<TensorMessage> written = call.attributes().tensor("value");
        DType type = DType.FLOAT32;
        Optional<FollowedElement> value = Optional.of(FollowedElement.of(0.0));
        if (written.isPresent()) {
            if (!(call.constant(written.get()) instanceof Fact.Tensor tensor)) {
                throw new UnknownException(call.here());
            }
            type = tensor.type();
            value = tensor.content().filter(content -> content.size() == 1).map(content -> content.element(0));
        }
        Shape shape;
        try {
            shape = Listed.shape(call, 0);
        } catch (UnknownException notKnown) {
            return Outcome.of(new Fact.AnyTensor(type, notKnown.unknown()));
        }
        FollowedElement element = value.orElseGet(() -> new FollowedElement.Unknown(call.here()));
        return Outcome.of(
                value.isPresent() ? ElementPlaces.filled(type, shape, place -> element) : Fact.tensor(type, shape));
    }

    private static Outcome eyeLike(NodeCall call) {
        DType type = type(call, Optional.empty());
        Shape shape = call.shape(0);
        if (shape.rank() != 2) {
            throw call.refusal("EyeLike makes matrices, and none of " + shape);
        }
        long k = call.attributes().whole("k", 0);
        return Outcome.of(ElementPlaces.filled(type, shape, place -> {
            boolean one = place[1] - place[0] == k;
            return type.isWhole() ? FollowedElement.of(one) : FollowedElement.of(one ? 1.0 : 0.0);
        }));
    }

    private static Outcome random(NodeCall call) {
        List<Long> extents = call.attributes().wholes("shape").orElse(List.of());
        if (extents.stream().anyMatch(extent -> extent < 0)) {
            throw call.refusal("a shape of " + extents + " is none");
        }
        return Outcome.of(Fact.tensor(type(call, Optional.of(DType.FLOAT32)), new Shape(extents)));
    }

    /** A tensor with the shape of the first input, and with its type where no other is said. */
    static Fact like(NodeCall call) {
        DType type = type(call, Optional.empty());
        try {
            return Fact.tensor(type, call.shape(0));
        } catch (UnknownException notKnown) {
            return new Fact.AnyTensor(type, notKnown.unknown());
        }
    }

    private static DType type(NodeCall call, Optional<DType> otherwise) {
        Optional<Long> written = call.attributes().whole("dtype");
        return written.isPresent() ? Cast.numbered(call, written.get()) : otherwise.orElseGet(() -> call.type(0));
    }

    private static Outcome multinomial(NodeCall call) {
        Extent samples =
                Listed.extent(call, FollowedElement.of(call.attributes().whole("sample_size", 1)));
        Extent batch;
        try {
            batch = call.shape(0).axis(call.axis(0, call.shape(0).rank()));
        } catch (UnknownException notKnown) {
            batch = notKnown.unknown();
        }
        return Outcome.of(Fact.tensor(type(call, Optional.of(DType.INT32)), Shape.ofAxes(List.of(batch, samples))));
    }
}
