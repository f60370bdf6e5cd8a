package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Reshape}: the same elements under a shape in which a 0 stands for the input's extent along the same axis (unless {@code
 * allowzero} is set), and one −1 for what is left.
 */
final class ReshapeRule {
    static final NodeRule RULE = Typed.asFirst(ReshapeRule::infer);

    private final NodeCall call;
    private final Shape in;
    private final boolean zeros;
    private final List<Extent> axes = new ArrayList<>();
    /** The input's extents, with a 1 for those that are taken over: they are on both sides, whatever they are. */
    private final List<Extent> given;
    /** The output's extents that are not taken over, with a 1 for the one that is open. */
    private final List<Extent> asked = new ArrayList<>();

    private final List<Integer> open = new ArrayList<>();
    private final List<Integer> unknown = new ArrayList<>();

    private ReshapeRule(NodeCall call, Shape in) {
        this.call = call;
        this.in = in;
        zeros = call.attributes().flag("allowzero");
        given = new ArrayList<>(in.axes());
    }

    private static Outcome infer(NodeCall call) {
        List<FollowedElement> target = Listed.elements(call, 1);
        if (!(call.fact(0) instanceof Fact.Tensor data)) {
            return Outcome.of(Fact.tensor(call.type(0), withoutInput(call, target)))
                    .view();
        }
        Shape out = new ReshapeRule(call, data.shape()).shape(target);
        return Outcome.of(ElementPlaces.reshaped(data, out)).view();
    }

    private Shape shape(List<FollowedElement> target) {
        target.forEach(this::add);
        if (open.size() > 1) {
            throw call.refusal("only one extent can be left open by −1, and here are " + open.size());
        }
        if (open.isEmpty() && unknown.size() == 1) {
            // It is what the others leave.
            open.addAll(unknown);
            asked.set(open.get(0), Extent.of(1));
        }
        Shape out = Shape.ofAxes(axes);
        if (!open.isEmpty()) {
            return out.with(open.get(0), left(out.axis(open.get(0))));
        }
        if (ExtentArithmetic.product(given) instanceof Extent.Known elements
                && ExtentArithmetic.product(asked) instanceof Extent.Known wanted
                && !elements.equals(wanted)) {
            throw call.refusal("a tensor of " + in + " does not have the elements of " + out);
        }
        return out;
    }

    private void add(FollowedElement element) {
        int axis = axes.size();
        if (element instanceof FollowedElement.Unknown notKnown) {
            unknown.add(axis);
            axes.add(notKnown.origin());
            asked.add(notKnown.origin());
            return;
        }
        long written = ElementArithmetic.whole(element);
        if (written == -1) {
            open.add(axis);
            axes.add(Extent.of(1));
            asked.add(Extent.of(1));
        } else if (written == 0 && !zeros) {
            Extent kept = kept(axis);
            boolean empty = kept.equals(Extent.of(0));
            axes.add(kept);
            given.set(axis, empty ? kept : Extent.of(1));
            asked.add(empty ? kept : Extent.of(1));
        } else {
            axes.add(Listed.extent(call, element));
            asked.add(axes.get(axis));
        }
    }

    private Extent kept(int axis) {
        if (axis >= in.rank()) {
            throw call.refusal(
                    "a 0 as extent " + axis + " stands for that of the input, but that is of rank " + in.rank());
        }
        return in.axis(axis);
    }

    /** What is left for the one extent that is open; its place holds 1, or what is not known. */
    private Extent left(Extent place) {
        if (!(ExtentArithmetic.product(asked) instanceof Extent.Known divisor)) {
            return ExtentArithmetic.product(asked);
        }
        if (divisor.value() == 0 && place instanceof Extent.Unknown) {
            return place;
        }
        if (divisor.value() == 0) {
            throw call.refusal("−1 beside an extent of 0 can be anything");
        }
        if (!(ExtentArithmetic.product(given) instanceof Extent.Known elements)) {
            return ExtentArithmetic.product(given);
        }
        if (Math.floorMod(elements.value(), divisor.value()) != 0) {
            throw call.refusal(
                    divisor.value() + " does not divide the " + elements.value() + " elements of a tensor of " + in);
        }
        return Extent.of(Math.floorDiv(elements.value(), divisor.value()));
    }

    /** Of an input whose rank is not known. */
    private static Shape withoutInput(NodeCall call, List<FollowedElement> target) {
        boolean zeros = call.attributes().flag("allowzero");
        List<Extent> axes = new ArrayList<>();
        for (FollowedElement element : target) {
            boolean open = !(element instanceof FollowedElement.Unknown)
                    && (ElementArithmetic.whole(element) == -1 || ElementArithmetic.whole(element) == 0 && !zeros);
            axes.add(open ? call.unknown(0) : Listed.extent(call, element));
        }
        return Shape.ofAxes(axes);
    }
}
