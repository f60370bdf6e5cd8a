package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Real numbers to few bits and back: {@code x / scale + zero point}, cut to the range of its type, and {@code (x − zero point) · scale}.
 * There is one scale for all, one for each place along an axis, or one for each block of an axis.
 */
final class QuantizationRules {
    static final NodeRule QUANTIZE = call -> {
        Shape x = scaled(call);
        DType type = written(call).orElseGet(() -> call.has(2) ? call.type(2) : DType.UINT8);
        Outcome outcome =
                PerElement.and(Outcome.of(Fact.tensor(type, x)), Formula.elements(x), DIVIDE, COMPARE, COMPARE);
        return call.has(2) ? PerElement.and(outcome, Formula.elements(x), ADD) : outcome;
    };

    static final NodeRule DEQUANTIZE = call -> {
        Shape x = scaled(call);
        DType type = written(call).orElseGet(() -> call.type(1));
        Outcome outcome = PerElement.and(Outcome.of(Fact.tensor(type, x)), Formula.elements(x), MULTIPLY);
        return call.has(2) ? PerElement.and(outcome, Formula.elements(x), ADD) : outcome;
    };

    /** To the range of the input: its smallest and largest element, then as above; the scale and the zero point are put out. */
    static final NodeRule DYNAMIC = call -> {
        Shape x = call.shape(0);
        Outcome outcome = Outcome.of(
                Fact.tensor(DType.UINT8, x),
                Fact.tensor(DType.FLOAT32, Shape.of()),
                Fact.tensor(DType.UINT8, Shape.of()));
        return PerElement.and(outcome, Formula.elements(x), COMPARE, COMPARE, DIVIDE, ADD, COMPARE, COMPARE);
    };

    private QuantizationRules() {}

    /** The type that {@code output_dtype} says, if it says one. */
    private static Optional<DType> written(NodeCall call) {
        return call.attributes().whole("output_dtype").flatMap(ElementTypes::of);
    }

    /** The shape of the input; its scales have to fit. */
    private static Shape scaled(NodeCall call) {
        Shape x = call.shape(0);
        if (!(call.fact(1) instanceof Fact.Tensor tensor) || tensor.shape().rank() == 0 || x.rank() == 0) {
            return x;
        }
        Shape scale = tensor.shape();
        long block = call.attributes().whole("block_size", 0);
        List<Extent> fitting = new ArrayList<>();
        if (block > 0) {
            int axis = call.axis(call.attributes().whole("axis", 1), x.rank());
            fitting.addAll(x.axes());
            fitting.set(axis, blocks(x.axis(axis), block));
        } else if (!ExtentArithmetic.is(scale.axis(0), 1)) {
            fitting.add(x.axis(call.axis(call.attributes().whole("axis", 1), x.rank())));
        } else {
            return x;
        }
        boolean fits = scale.rank() == fitting.size();
        for (int axis = 0; fits && axis < scale.rank(); axis++) {
            fits = !(scale.axis(axis) instanceof Extent.Known)
                    || !(fitting.get(axis) instanceof Extent.Known)
                    || scale.axis(axis).equals(fitting.get(axis));
        }
        if (!fits) {
            throw call.refusal("scales of " + scale + " do not go with an input of " + x + ", which takes "
                    + Shape.ofAxes(fitting));
        }
        return x;
    }

    private static Extent blocks(Extent extent, long block) {
        return extent instanceof Extent.Known known
                ? Extent.of(Math.floorDiv(Math.addExact(known.value(), block - 1), block))
                : extent;
    }
}
