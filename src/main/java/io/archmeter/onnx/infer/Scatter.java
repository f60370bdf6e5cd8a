package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.ElementwiseRules.Function;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tensor in which elements are replaced, or added to and the like: {@code ScatterElements} (once {@code Scatter}), {@code ScatterND}
 * and {@code TensorScatter}. The output has the shape of the first input, and may lie in its place.
 */
final class Scatter {
    static final NodeRule ELEMENTS = Typed.asFirst(Scatter::elements);
    static final NodeRule BY_PLACES = Typed.asFirst(Scatter::byPlaces);
    static final NodeRule CACHE =
            Typed.asFirst(call -> Outcome.of(call.tensor(0).withoutContent()).inPlace());

    /** Where an update goes; its index is not known where it cannot be followed. */
    private interface Target {
        FollowedElement of(int[] update);
    }

    private Scatter() {}

    private static Outcome elements(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Shape in = data.shape();
        int axis = call.axis(call.attributes().whole("axis", 0), in.rank());
        if (call.fact(1) instanceof Fact.Tensor indices && indices.shape().rank() != in.rank()) {
            throw call.refusal("indices of " + indices.shape() + " do not go with a tensor of " + in);
        }
        if (call.fact(1) instanceof Fact.Tensor indices && call.fact(2) instanceof Fact.Tensor updates) {
            requireShape(call, updates.shape(), indices.shape().axes());
        }
        return reduced(call, followed(call, data, update -> {
            FollowedElement index = ElementPlaces.at(call.tensor(1), update);
            for (int other = 0; other < update.length; other++) {
                GatherRules.index(
                        call,
                        FollowedElement.of(other == axis ? 0 : update[other]),
                        other == axis ? 1 : in.extent(other));
            }
            return index instanceof FollowedElement.Unknown
                    ? index
                    : FollowedElement.of(ElementPlaces.element(
                            in, ElementPlaces.with(update, axis, GatherRules.index(call, index, in.extent(axis)))));
        }));
    }

    private static Outcome byPlaces(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Shape in = data.shape();
        if (!(call.fact(1) instanceof Fact.Tensor indices)) {
            return reduced(call, data.withoutContent());
        }
        int last = indices.shape().rank() - 1;
        if (last < 0 || indices.shape().unknown().isPresent()) {
            return reduced(call, data.withoutContent());
        }
        int depth = Math.toIntExact(indices.shape().extent(last));
        if (depth > in.rank()) {
            throw call.refusal("indices of " + indices.shape() + " do not go with a tensor of " + in);
        }
        if (call.fact(2) instanceof Fact.Tensor updates) {
            List<Extent> axes = new ArrayList<>(indices.shape().axes().subList(0, last));
            axes.addAll(in.axes().subList(depth, in.rank()));
            requireShape(call, updates.shape(), axes);
        }
        return reduced(call, followed(call, data, update -> {
            int[] target = new int[in.rank()];
            int[] of = new int[last + 1];
            System.arraycopy(update, 0, of, 0, last);
            for (int i = 0; i < depth; i++) {
                FollowedElement index = ElementPlaces.at(indices, ElementPlaces.with(of, last, i));
                if (index instanceof FollowedElement.Unknown) {
                    return index;
                }
                target[i] = GatherRules.index(call, index, in.extent(i));
            }
            System.arraycopy(update, last, target, depth, in.rank() - depth);
            return FollowedElement.of(ElementPlaces.element(in, target));
        }));
    }

    private static void requireShape(NodeCall call, Shape updates, List<Extent> axes) {
        if (updates.rank() != axes.size()) {
            throw call.refusal(
                    "updates of " + updates + " do not go with indices, which ask for " + Shape.ofAxes(axes));
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            ExtentArithmetic.same(call, updates.axis(axis), axes.get(axis));
        }
    }

    /** The tensor with its elements, where all are followed; whole numbers alone are reduced, in any order. */
    private static Fact.Tensor followed(NodeCall call, Fact.Tensor data, Target target) {
        Optional<Function> reduction = reduction(call);
        if (reduction.isPresent() && !data.type().isWhole()
                || data.content().isEmpty()
                || call.contentOf(1).isEmpty()
                || call.contentOf(2).isEmpty()) {
            return data.withoutContent();
        }
        Fact.Tensor updates = call.tensor(2);
        List<FollowedElement> elements = new ArrayList<>(data.content().get().elements());
        for (int index = 0; index < updates.shape().elements(); index++) {
            FollowedElement place = target.of(ElementPlaces.of(updates.shape(), index));
            if (place instanceof FollowedElement.Unknown) {
                return data.withoutContent();
            }
            int at = (int) ElementArithmetic.whole(place);
            FollowedElement update = updates.content().get().element(index);
            elements.set(
                    at,
                    reduction.isEmpty()
                            ? update
                            : ElementwiseRules.apply(
                                    data.type(), reduction.get(), List.of(elements.get(at), update), call.here()));
        }
        return Fact.tensor(data.type(), data.shape(), elements);
    }

    /** What is made of an element and its update; empty where the update replaces it. */
    private static Optional<Function> reduction(NodeCall call) {
        return switch (call.attributes().text("reduction").orElse("none")) {
            case "add" -> Optional.of(ElementArithmetic.folded(Math::addExact, (a, b) -> a + b));
            case "mul" -> Optional.of(ElementArithmetic.folded(Math::multiplyExact, (a, b) -> a * b));
            case "max" -> Optional.of(ElementArithmetic.folded(Math::max, Math::max));
            case "min" -> Optional.of(ElementArithmetic.folded(Math::min, Math::min));
            default -> Optional.empty();
        };
    }

    /** With an operation for each element of the updates, where they are not just put there. */
    private static Outcome reduced(NodeCall call, Fact.Tensor output) {
        Outcome outcome = Outcome.of(output).inPlace();
        String reduction = call.attributes().text("reduction").orElse("none");
        if (reduction.equals("none")) {
            return outcome;
        }
        Formula updates = call.fact(2) instanceof Fact.Tensor tensor
                ? Formula.elements(tensor.shape())
                : Formula.of(call.unknown(2));
        return switch (reduction) {
            case "add" -> outcome.and(ADD, updates);
            case "mul" -> outcome.and(MULTIPLY, updates);
            case "max", "min" -> outcome.and(COMPARE, updates);
            default -> throw call.refusal(call.operator() + " has no reduction '" + reduction + "'");
        };
    }
}
