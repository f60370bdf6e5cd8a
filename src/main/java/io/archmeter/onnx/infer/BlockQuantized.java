package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/** Tables of few bits, of which ONNX Runtime takes rows and dequantizes these: a product for each element, and an add for a zero point. */
final class BlockQuantized {
    /** As {@code Gather}, with the type of the scales. In bytes, the elements of the last axis that share one lie beside each other. */
    static final NodeRule GATHER = call -> {
        Shape stored = call.shape(0);
        int last = call.axis(-1, stored.rank());
        long bits = call.attributes().whole("bits", 4);
        int each = call.type(0).bits();
        if (bits < 1 || bits > each) {
            throw call.refusal("elements of " + bits + " bits do not lie in " + call.type(0));
        }
        Extent elements = ExtentArithmetic.product(stored.axis(last), Extent.of(Math.floorDiv(each, bits)));
        Shape table = stored.with(last, elements);
        int axis = call.axis(call.attributes().whole("gather_axis", 0), table.rank());
        List<Extent> axes = new ArrayList<>(table.axes().subList(0, axis));
        axes.addAll(call.shape(1).axes());
        axes.addAll(table.axes().subList(axis + 1, table.rank()));
        Shape out = Shape.ofAxes(axes);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(2), out)).and(MULTIPLY, Formula.elements(out));
        return call.has(3) ? outcome.and(ADD, Formula.elements(out)) : outcome;
    };

    private BlockQuantized() {}
}
