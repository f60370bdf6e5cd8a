package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/** Operators of ONNX Runtime on several quantized inputs, each of which is followed by its scale and its zero point. */
final class QuantizedElements {
    static final NodeRule WHERE = call -> {
        Shape out = NumpyBroadcast.of(call, List.of(call.shape(0), call.shape(1), call.shape(4)));
        return requantized(call, Outcome.of(Fact.tensor(call.type(1), out)), List.of(1, 4), out);
    };

    /** The scale and the zero point of the output come first. */
    static final NodeRule CONCAT = call -> {
        List<Integer> inputs = new ArrayList<>();
        for (int input = 2; input < call.inputs(); input += 3) {
            inputs.add(input);
        }
        if (inputs.isEmpty()) {
            throw call.refusal("QLinearConcat has nothing to put together");
        }
        Shape out = call.shape(2);
        int axis = call.axis(call.attributes().whole("axis", 0), out.rank());
        Extent along = Extent.of(0);
        for (int input : inputs) {
            Shape shape = call.shape(input);
            if (shape.rank() != out.rank()) {
                throw call.refusal("inputs of " + out + " and " + shape + " cannot be put together");
            }
            along = ExtentArithmetic.sum(along, shape.axis(axis));
            for (int other = 0; other < out.rank(); other++) {
                if (other != axis) {
                    out = out.with(
                            other, ExtentArithmetic.agreed(call, out.axis(other), shape.axis(other), "other extents"));
                }
            }
        }
        out = out.with(axis, along);
        return requantized(call, Outcome.of(Fact.tensor(call.type(1), out)), inputs, out);
    };

    private QuantizedElements() {}

    static NodeRule of(ElementaryOperation operation) {
        return call -> {
            Shape out = NumpyBroadcast.of(call, List.of(call.shape(0), call.shape(3)));
            Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out)).and(operation, Formula.elements(out));
            return requantized(call, outcome, List.of(0, 3), out);
        };
    }

    private static Outcome requantized(NodeCall call, Outcome outcome, List<Integer> inputs, Shape out) {
        List<Formula> taken = new ArrayList<>();
        inputs.forEach(input -> taken.add(call.elements(input)));
        return PerElement.requantized(outcome, Formula.sum(taken), Formula.elements(out));
    }
}
