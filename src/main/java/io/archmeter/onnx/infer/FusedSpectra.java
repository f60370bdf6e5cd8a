package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.List;

/** {@code Rfft} and {@code Irfft} of ONNX Runtime: real samples on the last axis to ⌊n / 2⌋ + 1 complex ones, and back. */
final class FusedSpectra {
    static final NodeRule FORTH = call -> {
        Shape x = call.shape(0);
        int last = call.axis(-1, x.rank());
        List<Extent> axes = new ArrayList<>(x.axes());
        axes.set(last, ExtentArithmetic.sum(ExtentArithmetic.quotient(x.axis(last), 2), Extent.of(1)));
        axes.add(Extent.of(2));
        return notCounted(call, Shape.ofAxes(axes));
    };

    /** To an even number of samples. */
    static final NodeRule BACK = call -> {
        Shape x = call.shape(0);
        int bins = call.axis(-2, x.rank());
        List<Extent> axes = new ArrayList<>(x.axes().subList(0, bins + 1));
        axes.set(
                bins,
                x.axis(bins) instanceof Extent.Known known
                        ? Extent.of(Math.max(0, Math.multiplyExact(2, known.value() - 1)))
                        : x.axis(bins));
        return notCounted(call, Shape.ofAxes(axes));
    };

    private FusedSpectra() {}

    private static Outcome notCounted(NodeCall call, Shape out) {
        Work work = Work.notKnown(call.here());
        return new Outcome(
                List.of(Fact.tensor(call.type(0), out)),
                new Work(Formula.ZERO, Formula.ZERO, work.others()),
                Storage.OWN);
    }
}
