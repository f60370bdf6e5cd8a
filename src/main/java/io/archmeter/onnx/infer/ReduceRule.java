package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One element of all those along some axes, which go, or stay with an extent of 1. Without axes they are all, or with a flag none. */
final class ReduceRule {
    private ReduceRule() {}

    static Outcome infer(NodeCall call) {
        Shape x = call.shape(0);
        boolean keep = call.attributes().whole("keepdims", 1) != 0;
        if (call.has(1) && call.contentOf(1).filter(SmallContent::isKnown).isEmpty()) {
            return unknownAxes(call, x, keep);
        }
        List<Long> written = call.wholesIfThere(1).orElse(List.of());
        if (written.isEmpty() && call.attributes().flag("noop_with_empty_axes")) {
            return elementwise(call);
        }
        List<Integer> axes = written.isEmpty() ? ReducedAxes.all(x) : call.axes(written, x.rank());
        Fact.Tensor output = ReducedContent.with(call, ReducedAxes.of(x, axes, keep), axes);
        return worked(call, Outcome.of(output), Formula.elements(output.shape()));
    }

    /** How many axes go may be known where they are not; all that stay may be others. */
    private static Outcome unknownAxes(NodeCall call, Shape x, boolean keep) {
        Extent count = call.shape(1).rank() == 1 ? call.shape(1).axis(0) : Extent.of(1);
        Extent.Unknown unknown = call.unknown(1);
        if (keep) {
            List<Extent> axes = new ArrayList<>();
            x.axes().forEach(extent -> axes.add(extent.equals(Extent.of(1)) ? extent : unknown));
            return worked(call, Outcome.of(Fact.tensor(call.type(0), Shape.ofAxes(axes))), Formula.of(unknown));
        }
        if (!(count instanceof Extent.Known gone) || gone.value() == 0) {
            return worked(call, Outcome.of(new Fact.AnyTensor(call.type(0), unknown)), Formula.of(unknown));
        }
        if (gone.value() > x.rank()) {
            throw new Refusal(
                    "no-such-axis",
                    "",
                    gone.value() + " axes of a tensor of rank " + x.rank() + " cannot be reduced",
                    "export the model again");
        }
        Shape out = Shape.ofAxes(Collections.nCopies((int) (x.rank() - gone.value()), unknown));
        return worked(call, Outcome.of(Fact.tensor(call.type(0), out)), Formula.elements(out));
    }

    /** With no axis, what is done to each element is done all the same: {@code ReduceSumSquare} squares. */
    private static Outcome elementwise(NodeCall call) {
        return switch (call.operator()) {
            case "ReduceL1", "ReduceL2" ->
                Outcome.of(call.tensor(0).withoutContent()).inPlace().and(COMPARE, call.elements(0));
            case "ReduceLogSum" ->
                Outcome.of(call.tensor(0).withoutContent()).inPlace().and(LOGARITHM, call.elements(0));
            case "ReduceSumSquare" ->
                Outcome.of(call.tensor(0).withoutContent()).inPlace().and(MULTIPLY, call.elements(0));
            case "ReduceLogSumExp" ->
                Outcome.of(call.tensor(0).withoutContent()).view();
            default -> Outcome.of(call.tensor(0)).view();
        };
    }

    /**
     * An add, comparison or multiply for each element; a mean divides by their number. Norms and sums of squares take squares, or
     * magnitudes (a comparison), and a root. A logarithm of exponentials takes the largest out before, and adds it afterwards.
     */
    private static Outcome worked(NodeCall call, Outcome outcome, Formula results) {
        Formula elements = call.elements(0);
        return switch (call.operator()) {
            case "ReduceL1" -> outcome.and(COMPARE, elements).and(ADD, elements);
            case "ReduceL2" ->
                outcome.and(MULTIPLY, elements).and(ADD, elements).and(POWER, results);
            case "ReduceLogSum" -> outcome.and(ADD, elements).and(LOGARITHM, results);
            case "ReduceLogSumExp" ->
                outcome.and(COMPARE, elements)
                        .and(ADD, Formula.sum(Formula.product(Formula.of(2), elements), results))
                        .and(EXPONENTIAL, elements)
                        .and(LOGARITHM, results);
            case "ReduceMax", "ReduceMin" -> outcome.and(COMPARE, elements);
            case "ReduceMean" -> outcome.and(ADD, elements).and(DIVIDE, results);
            case "ReduceProd" -> outcome.and(MULTIPLY, elements);
            case "ReduceSum" -> outcome.and(ADD, elements);
            case "ReduceSumSquare" -> outcome.and(MULTIPLY, elements).and(ADD, elements);
            default -> throw new IllegalArgumentException("no reduction: " + call.operator());
        };
    }
}
