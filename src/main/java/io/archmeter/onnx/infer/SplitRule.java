package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code Split}: the parts of a tensor along an axis, of sizes that are given, or of the same size. */
final class SplitRule {
    /** Since when the last part may be smaller. */
    private static final int UNEVEN = 18;

    static final NodeRule RULE = Typed.asFirst(SplitRule::infer);

    private SplitRule() {}

    private static Outcome infer(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        int axis = call.axis(call.attributes().whole("axis", 0), data.shape().rank());
        List<Extent> sizes =
                call.has(1) ? sizes(call, 1) : equal(call, data.shape().axis(axis));
        return Outcome.of(parts(call, data, axis, sizes));
    }

    /** Sizes that an input lists. */
    static List<Extent> sizes(NodeCall call, int input) {
        return Listed.shape(call, input).axes();
    }

    /** Parts of a tensor, one after the other. */
    static List<Fact> parts(NodeCall call, Fact.Tensor data, int axis, List<Extent> sizes) {
        Extent whole = data.shape().axis(axis);
        if (ExtentArithmetic.sum(sizes) instanceof Extent.Known sum
                && whole instanceof Extent.Known
                && !sum.equals(whole)) {
            throw call.refusal("parts of " + Shape.ofAxes(sizes) + " do not make an extent of " + whole.text());
        }
        List<Fact> parts = new ArrayList<>();
        Extent begin = Extent.of(0);
        for (Extent size : sizes) {
            Shape out = data.shape().with(axis, size);
            if (begin instanceof Extent.Known known) {
                int first = data.content().isPresent() ? Math.toIntExact(known.value()) : 0;
                parts.add(
                        ElementPlaces.moved(data, out, place -> ElementPlaces.with(place, axis, first + place[axis])));
            } else {
                parts.add(Fact.tensor(data.type(), out));
            }
            begin = ExtentArithmetic.sum(begin, size);
        }
        return parts;
    }

    private static List<Extent> equal(NodeCall call, Extent whole) {
        long parts = call.attributes().whole("num_outputs", call.outputs());
        if (parts < 1 || parts > Math.max(call.outputs(), SmallContent.MOST_ELEMENTS)) {
            throw call.refusal("a tensor cannot be split into " + parts + " parts");
        }
        if (!(whole instanceof Extent.Known known)) {
            return Collections.nCopies((int) parts, whole);
        }
        boolean even = Math.floorMod(known.value(), parts) == 0;
        long size = Math.floorDiv(known.value(), parts) + (even ? 0 : 1);
        long last = known.value() - size * (parts - 1);
        if (!even && call.version() < UNEVEN || last < 0) {
            throw call.refusal("an extent of " + whole.text() + " does not divide into " + parts + " parts");
        }
        List<Extent> sizes = new ArrayList<>(Collections.nCopies((int) parts - 1, Extent.of(size)));
        sizes.add(Extent.of(last));
        return sizes;
    }
}
