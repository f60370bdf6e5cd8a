package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.List;

/** {@code Crop}, which ONNX had once: N×C×H×W without a border (left, top, right, bottom), or of a size from its top left corner on. */
final class Crop {
    static final NodeRule RULE = call -> {
        Shape x = call.shape(0);
        List<Long> border = call.attributes().wholes("border").orElse(List.of());
        List<Long> size = call.attributes().wholes("scale").orElse(List.of());
        if (x.rank() != 4 || border.size() < 4) {
            throw call.refusal(
                    "an image of N×C×H×W has a border of four numbers, but these are " + x + " and " + border);
        }
        boolean sized = size.size() == 2;
        Shape out = x.with(2, sized ? Extent.of(size.get(0)) : within(call, x.axis(2), border.get(1), border.get(3)))
                .with(3, sized ? Extent.of(size.get(1)) : within(call, x.axis(3), border.get(0), border.get(2)));
        return Outcome.of(Fact.tensor(call.type(0), out));
    };

    private Crop() {}

    private static Extent within(NodeCall call, Extent extent, long before, long after) {
        if (!(extent instanceof Extent.Known known)) {
            return extent;
        }
        long left = Math.subtractExact(Math.subtractExact(known.value(), before), after);
        if (left < 0) {
            throw call.refusal("a border of " + before + " and " + after + " leaves nothing of " + known.value());
        }
        return Extent.of(left);
    }
}
