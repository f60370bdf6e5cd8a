package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Boxes in images: which of them are kept, and what lies in them. */
final class Boxes {
    private static final int TAPS = 4;

    /** How many are kept depends on their overlaps; of none that may be, none are. */
    static final NodeRule SUPPRESSION = call -> {
        Shape boxes = call.shape(0);
        boolean unlimited = call.has(2);
        if (unlimited
                && call.contentOf(2).isPresent()
                && call.contentOf(2).get().isKnown()) {
            unlimited = call.whole(2) > 0;
        }
        boolean none = !unlimited || boxes.rank() == 3 && ExtentArithmetic.is(boxes.axis(1), 0);
        Extent kept = none ? Extent.of(0) : call.here();
        Outcome outcome = Outcome.of(Fact.tensor(DType.INT64, Shape.ofAxes(List.of(kept, Extent.of(3)))));
        return PerElement.and(outcome, Formula.of(kept), ADD, MULTIPLY, DIVIDE, COMPARE);
    };

    /**
     * R×C×H×W of R boxes: each element is the mean, or the largest, of {@code sampling_ratio}² samples, or as many as the size of the box
     * asks for; a sample is the weighted sum of four elements, as {@code op.Upsample} counts it.
     */
    static final NodeRule ALIGN = call -> {
        Shape x = call.shape(0);
        Shape out = cut(
                call,
                x,
                call.attributes().whole("output_height", 1),
                call.attributes().whole("output_width", 1));
        long ratio = call.attributes().whole("sampling_ratio", 0);
        Formula samples = ratio > 0
                ? Formula.product(Formula.elements(out), Formula.of(ratio), Formula.of(ratio))
                : Formula.product(Formula.elements(out), Formula.of(call.here()));
        boolean largest = call.attributes().text("mode").orElse("avg").equals("max");
        List<ElementaryOperation> each = new ArrayList<>(Collections.nCopies(TAPS, MULTIPLY));
        each.addAll(Collections.nCopies(TAPS - 1, ADD));
        each.add(largest ? COMPARE : ADD);
        Outcome outcome = PerElement.and(Outcome.of(Fact.tensor(call.type(0), out)), samples, each);
        return largest ? outcome : outcome.and(DIVIDE, Formula.elements(out));
    };

    /** R×C×H×W: the largest element in each part of a box. */
    static final NodeRule POOL = call -> {
        List<Long> size = call.attributes().wholes("pooled_shape").orElse(List.of());
        if (size.size() != 2) {
            throw call.refusal("pooled_shape has to be a height and a width, but is " + size);
        }
        Shape out = cut(call, call.shape(0), size.get(0), size.get(1));
        return PerElement.and(
                Outcome.of(Fact.tensor(call.type(0), out)),
                Formula.product(Formula.elements(out), Formula.of(call.here())),
                COMPARE);
    };

    private Boxes() {}

    private static Shape cut(NodeCall call, Shape x, long height, long width) {
        Shape boxes = call.shape(1);
        if (x.rank() != 4 || boxes.rank() != 2 || height < 1 || width < 1) {
            throw call.refusal(
                    call.operator() + " cuts boxes of R×4 numbers out of N×C×H×W, but has " + boxes + " and " + x);
        }
        return Shape.ofAxes(List.of(boxes.axis(0), x.axis(1), Extent.of(height), Extent.of(width)));
    }
}
