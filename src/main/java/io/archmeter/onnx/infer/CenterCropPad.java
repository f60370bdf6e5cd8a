package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** {@code CenterCropPad}: cut or padded with zeros on both sides to the extents that are given. */
final class CenterCropPad {
    static final NodeRule RULE = Typed.asFirst(CenterCropPad::infer);

    private CenterCropPad() {}

    private static Outcome infer(NodeCall call) {
        Shape in = call.shape(0);
        List<Extent> wanted = Listed.shape(call, 1).axes();
        List<Integer> axes = axes(call, in.rank());
        if (wanted.size() != axes.size()) {
            throw call.refusal(wanted.size() + " extents do not go with " + axes.size() + " axes of a tensor of " + in);
        }
        Shape out = in;
        for (int i = 0; i < axes.size(); i++) {
            out = out.with(axes.get(i), wanted.get(i));
        }
        return Outcome.of(Fact.tensor(call.type(0), out));
    }

    private static List<Integer> axes(NodeCall call, int rank) {
        List<Long> all = new ArrayList<>();
        for (long axis = 0; axis < rank; axis++) {
            all.add(axis);
        }
        return call.axes(call.attributes().wholes("axes").orElse(all), rank);
    }
}
