package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;

/** Rules whose outputs have a type that is known where their ranks are not. */
final class Typed {
    private Typed() {}

    /** All outputs have the type of the first input. */
    static NodeRule asFirst(NodeRule rule) {
        return call -> {
            try {
                return rule.infer(call);
            } catch (UnknownException notKnown) {
                return anyTensors(call, call.type(0), notKnown);
            }
        };
    }

    private static Outcome anyTensors(NodeCall call, DType type, UnknownException notKnown) {
        List<Fact> outputs = new ArrayList<>();
        for (int slot = 0; slot < call.outputs(); slot++) {
            outputs.add(
                    new Fact.AnyTensor(type, notKnown.unknown().or(call.node().label())));
        }
        return Outcome.of(outputs);
    }
}
