package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts columns back under the windows of an image, and adds what falls on one element: N×(C·∏block)×L, the extents of the image and of
 * a block make N×C×image.
 */
final class Col2Im {
    private Col2Im() {}

    static Outcome infer(NodeCall call) {
        Shape columns = call.shape(0);
        if (columns.rank() != 3) {
            throw call.refusal("Col2Im takes columns N×(C·∏block)×L, but the input is " + columns);
        }
        List<Extent> axes = new ArrayList<>(List.of(columns.axis(0), channels(call, columns)));
        axes.addAll(Listed.shape(call, 1).axes());
        return Outcome.of(Fact.tensor(call.type(0), Shape.ofAxes(axes))).and(ElementaryOperation.ADD, call.elements(0));
    }

    private static Extent channels(NodeCall call, Shape columns) {
        Optional<SmallContent> block = call.contentOf(2);
        if (block.isEmpty() || !block.get().isKnown()) {
            return call.unknown(2);
        }
        long taps = 1;
        for (long extent : block.get().wholes()) {
            taps = Math.multiplyExact(taps, extent);
        }
        if (!(columns.axis(1) instanceof Extent.Known rows)) {
            return columns.axis(1);
        }
        if (taps < 1 || Math.floorMod(rows.value(), taps) != 0) {
            throw call.refusal(rows.value() + " rows do not divide into blocks of " + taps + " elements");
        }
        return Extent.of(rows.value() / taps);
    }
}
