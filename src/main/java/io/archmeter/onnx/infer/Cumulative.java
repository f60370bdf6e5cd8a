package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.ElementwiseRules.Function;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code CumSum} and {@code CumProd}: of each element, the sum or product of all along an axis up to it, or of those before it. */
final class Cumulative {
    private Cumulative() {}

    static Outcome infer(NodeCall call) {
        boolean sum = call.operator().equals("CumSum");
        Fact.Tensor x = call.tensor(0);
        Fact.Tensor output = x.withoutContent();
        if (call.contentOf(1).filter(SmallContent::isKnown).isPresent()) {
            int axis = call.axis(call.whole(1), x.shape().rank());
            if (x.content().isPresent() && x.type().isWhole()) {
                output = output.with(new SmallContent(elements(call, axis, sum)));
            }
        }
        return Outcome.of(output).inPlace().and(sum ? ADD : MULTIPLY, call.elements(0));
    }

    private static List<FollowedElement> elements(NodeCall call, int axis, boolean sum) {
        Shape x = call.shape(0);
        boolean reverse = call.attributes().flag("reverse");
        boolean exclusive = call.attributes().flag("exclusive");
        Function function = sum
                ? ElementArithmetic.folded(Math::addExact, Double::sum)
                : ElementArithmetic.folded(Math::multiplyExact, (a, b) -> a * b);
        int count = Math.toIntExact(x.elements());
        int[] lines = NumpyBroadcast.indices(ReducedAxes.of(x, List.of(axis), true), x);
        List<FollowedElement> soFar = new ArrayList<>(Collections.nCopies(count, FollowedElement.of(sum ? 0L : 1L)));
        List<FollowedElement> elements = new ArrayList<>(soFar);
        for (int step = 0; step < count; step++) {
            int index = reverse ? count - 1 - step : step;
            FollowedElement before = soFar.get(lines[index]);
            FollowedElement after = ElementwiseRules.apply(
                    call.type(0), function, List.of(before, call.content(0).element(index)), call.here());
            soFar.set(lines[index], after);
            elements.set(index, exclusive ? before : after);
        }
        return elements;
    }
}
