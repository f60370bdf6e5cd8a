package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Loop}: a region that runs so many times, or while a condition holds. It is given the number of the trip, the condition and what is
 * carried from trip to trip; it puts out the condition of the next trip, what is carried there, and elements that are put one after the
 * other along a new first axis.
 */
final class Loop {
    private static final int FIRST_CARRIED = 2;

    static final NodeRule RULE = call -> {
        Region body = call.attributes().regions().get("body");
        if (body == null) {
            throw call.refusal("Loop has no body");
        }
        List<Fact> initial = new ArrayList<>();
        for (int input = FIRST_CARRIED; input < call.inputs(); input++) {
            initial.add(call.has(input) ? call.fact(input) : new Fact.Nothing());
        }
        Optional<Extent> atMost = atMost(call);
        Optional<Outcome> unrolled = UnrolledLoop.outcome(call, body, initial);
        if (unrolled.isPresent()) {
            return unrolled.get();
        }
        FollowedElement unknown = new FollowedElement.Unknown(call.here());
        Optional<Trips> trips = Trips.of(
                call, body, initial, carried -> given(call, body, unknown, FollowedElement.of(true), carried), 1);
        if (trips.isEmpty()) {
            return stuck(call, body, initial, atMost);
        }
        Extent count = count(call, atMost, trips.get().region().facts());
        return outcome(call, trips.get(), initial, count);
    };

    private Loop() {}

    /** How many trips there are if the condition holds; empty where the loop only ends with the condition. */
    private static Optional<Extent> atMost(NodeCall call) {
        if (isFalse(condition(call))) {
            return Optional.of(Extent.of(0));
        }
        if (!call.has(0)) {
            return Optional.empty();
        }
        Optional<SmallContent> content = call.contentOf(0);
        boolean known = content.isPresent()
                && content.get().size() == 1
                && content.get().isKnown();
        return Optional.of(known ? Extent.of(Math.max(0, content.get().whole(0))) : call.unknown(0));
    }

    static Optional<FollowedElement> condition(NodeCall call) {
        return call.has(1) ? only(call.fact(1)) : Optional.of(FollowedElement.of(true));
    }

    /** The only element of a value, where it is known. */
    static Optional<FollowedElement> only(Fact fact) {
        return fact instanceof Fact.Tensor tensor
                ? tensor.content()
                        .filter(content -> content.size() == 1)
                        .map(content -> content.element(0))
                        .filter(element -> !(element instanceof FollowedElement.Unknown))
                : Optional.empty();
    }

    static boolean isFalse(Optional<FollowedElement> condition) {
        return condition.isPresent() && condition.get().equals(FollowedElement.of(false));
    }

    static boolean isTrue(Optional<FollowedElement> condition) {
        return condition.isPresent() && !isFalse(condition);
    }

    /**
     * A condition that is left out holds, but ONNX Runtime asks for the one that the body puts out all the same, and the specification does
     * not: where that may be false, nobody can say.
     */
    private static Extent count(NodeCall call, Optional<Extent> atMost, List<Fact> made) {
        if (atMost.isPresent() && ExtentArithmetic.is(atMost.get(), 0)) {
            return atMost.get();
        }
        Optional<FollowedElement> next = made.isEmpty() ? Optional.empty() : only(made.get(0));
        boolean begins = isTrue(condition(call));
        if (begins && isTrue(next) && atMost.isPresent()) {
            return atMost.get();
        }
        boolean once = begins && isFalse(next) && call.has(1);
        if (once && (atMost.isEmpty() || atMost.get() instanceof Extent.Known)) {
            return Extent.of(1);
        }
        return call.has(1) && condition(call).isEmpty() ? call.unknown(1) : call.here();
    }

    /** What the body is given on a trip. */
    static List<Fact> given(
            NodeCall call, Region body, FollowedElement trip, FollowedElement condition, List<Fact> carried) {
        List<Fact> given = new ArrayList<>();
        given.add(scalar(call, body, 0, DType.INT64, trip));
        given.add(scalar(call, body, 1, DType.BOOL, condition));
        given.addAll(carried);
        return given;
    }

    /** The number of a trip and the condition are scalars; a body may declare them as lists of one. */
    private static Fact scalar(NodeCall call, Region body, int input, DType type, FollowedElement element) {
        Optional<ModelValue> value =
                body.inputs().size() > input ? Optional.of(body.inputs().get(input)) : Optional.empty();
        Shape shape = value.flatMap(call::declared)
                .filter(declared ->
                        declared instanceof Fact.Tensor tensor && tensor.shape().rank() == 1)
                .map(declared -> Shape.of(1))
                .orElse(Shape.of());
        return Fact.tensor(type, shape, List.of(element));
    }

    private static Outcome outcome(NodeCall call, Trips trips, List<Fact> initial, Extent count) {
        List<Fact> made = trips.region().facts();
        List<Fact> outputs = new ArrayList<>();
        for (int slot = 0; slot < initial.size(); slot++) {
            boolean never = ExtentArithmetic.is(count, 0);
            boolean runs = count instanceof Extent.Known && !never;
            Fact last = slot + 1 < made.size() ? made.get(slot + 1) : new Fact.Anything(call.here());
            outputs.add(
                    never ? initial.get(slot) : runs ? last : trips.carried().get(slot));
        }
        for (Fact element : made.subList(Math.min(made.size(), initial.size() + 1), made.size())) {
            outputs.add(Stacked.along(element, 0, count));
        }
        return new Outcome(outputs, trips.region().work(Formula.of(count)), Storage.OWN);
    }

    /** Its body cannot run: it is refused if it has to. */
    private static Outcome stuck(NodeCall call, Region body, List<Fact> initial, Optional<Extent> atMost) {
        if (atMost.isPresent() && ExtentArithmetic.is(atMost.get(), 0)) {
            return Outcome.of(initial);
        }
        boolean sure = isTrue(condition(call)) && (atMost.isEmpty() || atMost.get() instanceof Extent.Known);
        if (sure) {
            call.infer(body, given(call, body, FollowedElement.of(0), FollowedElement.of(true), initial));
        }
        throw new UnknownException(call.here());
    }
}
