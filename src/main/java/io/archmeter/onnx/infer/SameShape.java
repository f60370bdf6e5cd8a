package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Optional;

/** Operators that move elements within the shape of their first input: {@code Trilu} and {@code ReverseSequence}; and one that does so with its second. */
final class SameShape {
    static final NodeRule TRILU = Typed.asFirst(SameShape::trilu);
    static final NodeRule REVERSE_SEQUENCE = Typed.asFirst(SameShape::reverseSequence);

    /** Scores of words, of which some are made impossible. */
    static final NodeRule OF_SECOND =
            call -> Outcome.of(call.tensor(1).withoutContent()).inPlace();

    private SameShape() {}

    /** The upper or lower triangle of the matrices of the last two axes, zeros elsewhere. */
    private static Outcome trilu(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        int rank = data.shape().rank();
        if (rank < 2) {
            throw call.refusal("Trilu takes matrices, and not " + data.shape());
        }
        Optional<SmallContent> diagonal =
                call.has(1) ? call.contentOf(1) : Optional.of(new SmallContent(List.of(FollowedElement.of(0))));
        if (data.content().isEmpty()
                || diagonal.filter(k -> k.size() == 1 && k.isKnown()).isEmpty()) {
            return Outcome.of(data.withoutContent()).inPlace();
        }
        long k = diagonal.get().whole(0);
        boolean upper = call.attributes().whole("upper", 1) != 0;
        FollowedElement zero = data.type().isWhole() ? FollowedElement.of(0) : FollowedElement.of(0.0);
        return Outcome.of(ElementPlaces.filled(data.type(), data.shape(), place -> {
                    long above = (long) place[rank - 1] - place[rank - 2];
                    return (upper ? above >= k : above <= k) ? ElementPlaces.at(data, place) : zero;
                }))
                .inPlace();
    }

    private static Outcome reverseSequence(NodeCall call) {
        Shape in = call.shape(0);
        if (in.rank() < 2) {
            throw call.refusal("ReverseSequence takes batches of sequences, and not " + in);
        }
        if (call.fact(1) instanceof Fact.Tensor lengths) {
            Extent batch = in.axis(call.axis(call.attributes().whole("batch_axis", 1), in.rank()));
            ExtentArithmetic.same(call, ExtentArithmetic.product(lengths.shape().axes()), batch);
        }
        return Outcome.of(Fact.tensor(call.type(0), in));
    }
}
