package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** Puts the largest elements of windows back where they were: a move. Of several inputs to a pool that fit, an output shape says which. */
final class MaxUnpoolRule {
    private MaxUnpoolRule() {}

    static Outcome infer(NodeCall call) {
        SpatialWindows windows = Pool.windows(call);
        return Outcome.of(Fact.tensor(call.type(0), call.has(2) ? Listed.shape(call, 2) : smallest(windows)));
    }

    private static Shape smallest(SpatialWindows windows) {
        Shape x = windows.x();
        List<Extent> axes = new ArrayList<>(List.of(x.axis(0), x.axis(1)));
        for (int axis = 0; axis < windows.kernel().size(); axis++) {
            if (x.axis(2 + axis) instanceof Extent.Known known) {
                long steps =
                        Math.multiplyExact(known.value() - 1, windows.strides().get(axis));
                long pads = Math.addExact(
                        windows.padding(axis),
                        windows.padding(axis + windows.kernel().size()));
                axes.add(Extent.of(Math.max(
                        0,
                        Math.subtractExact(Math.addExact(steps, windows.kernel().get(axis)), pads))));
            } else {
                axes.add(x.axis(2 + axis));
            }
        }
        return Shape.ofAxes(axes);
    }
}
