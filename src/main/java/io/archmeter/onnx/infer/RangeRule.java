package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.List;
import java.util.Optional;

/** {@code Range}: ⌈(limit − start) / delta⌉ numbers from a start on, or none. */
final class RangeRule {
    static final NodeRule RULE = Typed.asFirst(RangeRule::infer);

    private RangeRule() {}

    private static Outcome infer(NodeCall call) {
        DType type = call.type(0);
        Extent count;
        try {
            count = Extent.of(type.isWhole() ? wholes(call) : reals(call, type));
        } catch (UnknownException notKnown) {
            return Outcome.of(Fact.tensor(type, Shape.ofAxes(List.of(notKnown.unknown()))));
        }
        Shape shape = Shape.ofAxes(List.of(count));
        return Outcome.of(type.isWhole() ? followed(call, type, shape) : Fact.tensor(type, shape));
    }

    private static Fact.Tensor followed(NodeCall call, DType type, Shape shape) {
        long start = call.whole(0);
        long delta = call.whole(2);
        return ElementPlaces.filled(
                type, shape, place -> FollowedElement.of(Math.addExact(start, Math.multiplyExact(delta, place[0]))));
    }

    private static long wholes(NodeCall call) {
        long way = Math.subtractExact(call.whole(1), call.whole(0));
        long delta = call.whole(2);
        requireStep(call, delta);
        return way == 0 || (way > 0) != (delta > 0)
                ? 0
                : Math.addExact(Math.floorDiv(Math.absExact(way) - 1, Math.absExact(delta)), 1);
    }

    /** ONNX does not say how exactly to divide: where the number of bits matters, the count is not known. */
    private static long reals(NodeCall call, DType type) {
        double start = real(call, 0);
        double limit = real(call, 1);
        double delta = real(call, 2);
        requireStep(call, delta);
        double exact = Math.ceil((limit - start) / delta);
        double shortened = Math.ceil((float) (limit - start) / (float) delta);
        if (type != DType.FLOAT64 && exact != shortened || !(Math.abs(exact) < Long.MAX_VALUE)) {
            throw new UnknownException(call.here());
        }
        return (long) Math.max(0, exact);
    }

    private static double real(NodeCall call, int input) {
        Optional<SmallContent> content = Optional.of(call.content(input));
        return content.filter(one -> one.size() == 1)
                .orElseThrow(() -> call.refusal("Range takes one number as input " + (input + 1)))
                .real(0);
    }

    private static void requireStep(NodeCall call, double delta) {
        if (delta == 0) {
            throw call.refusal("a range in steps of 0 never ends");
        }
    }
}
