package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.Optional;

/**
 * Passes its input on, and where it trains (since version 12 the third input says so, before version 7 {@code is_test} that it does not)
 * multiplies it by a mask, the second output.
 */
final class DropoutRule {
    private DropoutRule() {}

    static Outcome infer(NodeCall call) {
        DType mask = call.version() < 10 ? call.type(0) : DType.BOOL;
        if (call.fact(0) instanceof Fact.AnyTensor any) {
            return Outcome.of(any, new Fact.AnyTensor(mask, any.origin()));
        }
        Fact.Tensor x = call.tensor(0);
        Fact second = Fact.tensor(mask, x.shape());
        Optional<Boolean> trains = trains(call);
        if (trains.isPresent() && !trains.get()) {
            return Outcome.of(x, second).view();
        }
        Outcome outcome = Outcome.of(x.withoutContent(), second);
        return trains.isEmpty()
                ? outcome.and(ElementaryOperation.MULTIPLY, Formula.of(call.unknown(2)))
                : outcome.and(ElementaryOperation.MULTIPLY, call.elements(0));
    }

    /** Empty where that is known when it runs. */
    private static Optional<Boolean> trains(NodeCall call) {
        if (call.version() < 7) {
            return Optional.of(!call.attributes().flag("is_test"));
        }
        if (!call.has(2)) {
            return Optional.of(false);
        }
        return call.contentOf(2)
                .filter(content -> content.size() == 1 && content.isKnown())
                .map(content -> content.whole(0) != 0);
    }
}
