package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.COMPARE;

import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Clips each element to a least and a most, of which one may be left out: a comparison for each bound. */
final class Clip {
    private Clip() {}

    static Outcome infer(NodeCall call) {
        boolean least = call.has(1);
        boolean most = call.has(2);
        Map<ElementaryOperation, Long> costs = Map.of(COMPARE, (least ? 1L : 0) + (most ? 1 : 0));
        if (!(call.fact(0) instanceof Fact.Tensor clipped)) {
            return ElementwiseRules.infer(call, costs, Optional.empty(), Optional.empty());
        }
        Fact.Tensor output = clipped;
        if (least) {
            output = bounded(call, output, 1, Math::max);
        }
        if (most) {
            output = bounded(call, output, 2, Math::min);
        }
        return ElementwiseRules.counted(Outcome.of(output).inPlace(), costs, call.elements(0));
    }

    private static Fact.Tensor bounded(NodeCall call, Fact.Tensor output, int input, DoubleBinaryOperator nearer) {
        Optional<SmallContent> bound = call.contentOf(input);
        Fact.Tensor bare = output.withoutContent();
        if (bound.isEmpty() || bound.get().size() != 1) {
            return bare;
        }
        Fact.Tensor scalar = Fact.tensor(output.type(), Shape.of(), bound.get().elements());
        return ElementwiseRules.followed(
                bare,
                List.of(output, scalar),
                elements -> {
                    boolean own = nearer.applyAsDouble(
                                    ElementArithmetic.real(elements.get(0)), ElementArithmetic.real(elements.get(1)))
                            == ElementArithmetic.real(elements.get(0));
                    return elements.get(own ? 0 : 1);
                },
                call.here());
    }
}
