package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import java.util.ArrayList;
import java.util.List;

/** {@code ArgMax} and {@code ArgMin}: where along an axis the largest or smallest element is, of alike ones the first, or the last. */
final class ExtremePlace {
    private ExtremePlace() {}

    static Outcome infer(NodeCall call) {
        Shape x = call.shape(0);
        List<Integer> axes = List.of(call.axis(call.attributes().whole("axis", 0), x.rank()));
        boolean keep = call.attributes().whole("keepdims", 1) != 0;
        Fact.Tensor output = Fact.tensor(DType.INT64, ReducedAxes.of(x, axes, keep));
        if (call.contentOf(0).isPresent()) {
            List<FollowedElement> places = new ArrayList<>();
            ReducedContent.lines(call, axes).forEach(line -> places.add(place(call, line)));
            output = output.with(new SmallContent(places));
        }
        return Outcome.of(output).and(ElementaryOperation.COMPARE, call.elements(0));
    }

    private static FollowedElement place(NodeCall call, List<FollowedElement> line) {
        boolean largest = call.operator().equals("ArgMax");
        boolean last = call.attributes().flag("select_last_index");
        int best = 0;
        for (int index = 0; index < line.size(); index++) {
            if (line.get(index) instanceof FollowedElement.Unknown unknown) {
                return unknown;
            }
            int order = order(line.get(index), line.get(best));
            best = (largest ? order > 0 : order < 0) || last && order == 0 ? index : best;
        }
        return line.isEmpty() ? new FollowedElement.Unknown(call.here()) : FollowedElement.of((long) best);
    }

    private static int order(FollowedElement one, FollowedElement other) {
        return ElementArithmetic.isWhole(List.of(one, other))
                ? Long.compare(ElementArithmetic.whole(one), ElementArithmetic.whole(other))
                // Both zeros are alike.
                : Double.compare(ElementArithmetic.real(one) + 0.0, ElementArithmetic.real(other) + 0.0);
    }
}
