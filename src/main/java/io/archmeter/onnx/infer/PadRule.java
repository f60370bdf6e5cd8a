package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code Pad}: more elements before and after those of a tensor along its axes, or fewer where the number is negative; all starts, then
 * all ends. They are a constant, or taken from the tensor ({@code edge}, {@code reflect}, {@code wrap}).
 */
final class PadRule {
    static final NodeRule RULE = Typed.asFirst(PadRule::infer);

    private PadRule() {}

    private static Outcome infer(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Shape in = data.shape();
        List<FollowedElement> written = Listed.elements(call, 1);
        List<Integer> axes = axes(call, in.rank());
        if (written.size() != 2 * axes.size()) {
            throw call.refusal(written.size() + " pads do not go with " + axes.size() + " axes of a tensor of " + in
                    + ", of which each has two");
        }
        List<FollowedElement> begins = new ArrayList<>(Collections.nCopies(in.rank(), FollowedElement.of(0)));
        List<Extent> extents = in.axes();
        for (int i = 0; i < axes.size(); i++) {
            FollowedElement begin = written.get(i);
            begins.set(axes.get(i), begin);
            extents.set(axes.get(i), padded(call, in.axis(axes.get(i)), begin, written.get(i + axes.size())));
        }
        Shape out = Shape.ofAxes(extents);
        boolean followed =
                out.unknown().isEmpty() && begins.stream().noneMatch(FollowedElement.Unknown.class::isInstance);
        return Outcome.of(followed ? followed(call, data, out, begins) : Fact.tensor(data.type(), out));
    }

    private static List<Integer> axes(NodeCall call, int rank) {
        if (call.has(3)) {
            return call.axes(call.wholes(3), rank);
        }
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            axes.add(axis);
        }
        return axes;
    }

    private static Extent padded(NodeCall call, Extent extent, FollowedElement begin, FollowedElement end) {
        if (begin instanceof FollowedElement.Unknown unknown) {
            return unknown.origin();
        }
        if (end instanceof FollowedElement.Unknown unknown) {
            return unknown.origin();
        }
        long more = Math.addExact(ElementArithmetic.whole(begin), ElementArithmetic.whole(end));
        if (!(extent instanceof Extent.Known known)) {
            return extent;
        }
        long padded = Math.addExact(known.value(), more);
        if (padded < 0) {
            throw call.refusal("an extent of " + known.value() + " is cut by " + -more);
        }
        return Extent.of(padded);
    }

    private static Fact.Tensor followed(NodeCall call, Fact.Tensor data, Shape out, List<FollowedElement> begins) {
        String mode = call.attributes().text("mode").orElse("constant");
        Optional<FollowedElement> value = value(call, data);
        if (data.content().isEmpty()
                || mode.equals("constant") && value.isEmpty()
                || data.shape().elements() == 0) {
            return Fact.tensor(data.type(), out);
        }
        return ElementPlaces.filled(data.type(), out, place -> {
            int[] source = new int[place.length];
            for (int axis = 0; axis < place.length; axis++) {
                long at = place[axis] - ElementArithmetic.whole(begins.get(axis));
                long extent = data.shape().extent(axis);
                if ((at < 0 || at >= extent) && mode.equals("constant")) {
                    return value.orElseThrow();
                }
                source[axis] = (int) within(call, mode, at, extent);
            }
            return ElementPlaces.at(data, source);
        });
    }

    private static Optional<FollowedElement> value(NodeCall call, Fact.Tensor data) {
        if (call.has(2)) {
            return call.contentOf(2).filter(content -> content.size() == 1).map(content -> content.element(0));
        }
        return Optional.of(data.type().isWhole() ? FollowedElement.of(0) : FollowedElement.of(0.0));
    }

    /** The index in the tensor that an index outside stands for. */
    private static long within(NodeCall call, String mode, long at, long extent) {
        return switch (mode) {
            case "constant" -> at;
            case "edge" -> Math.max(0, Math.min(extent - 1, at));
            case "wrap" -> Math.floorMod(at, extent);
            case "reflect" -> {
                long period = Math.max(1, 2 * (extent - 1));
                long folded = Math.floorMod(at, period);
                yield Math.min(folded, period - folded) % extent;
            }
            default -> throw call.refusal("Pad has no mode '" + mode + "'");
        };
    }
}
