package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pools over N×C×…, whose windows slide over the spatial axes or are the whole map; taps on padding are taps, too. */
final class Pool {
    private Pool() {}

    /** The largest element under each window, and as a second output its place in the input. */
    static Outcome max(NodeCall call) {
        SpatialWindows windows = windows(call);
        Shape out = windows.slide(call, windows.x().axis(1));
        return Outcome.of(Fact.tensor(call.type(0), out), Fact.tensor(DType.INT64, out))
                .and(COMPARE, windows.taps(out));
    }

    static Outcome average(NodeCall call) {
        SpatialWindows windows = windows(call);
        Shape out = windows.slide(call, windows.x().axis(1));
        return Outcome.of(Fact.tensor(call.type(0), out))
                .and(ADD, windows.taps(out))
                .and(DIVIDE, Formula.elements(out));
    }

    /** Each element is raised once, whatever windows it is in; one add for each tap, and one root for each element of the output. */
    static Outcome lp(NodeCall call) {
        SpatialWindows windows = windows(call);
        Shape out = windows.slide(call, windows.x().axis(1));
        return Outcome.of(Fact.tensor(call.type(0), out))
                .and(ADD, windows.taps(out))
                .and(POWER, Formula.sum(call.elements(0), Formula.elements(out)));
    }

    /** Over all spatial axes, each of which stays with an extent of 1. */
    static Outcome global(NodeCall call) {
        Shape x = requireMaps(call);
        List<Extent> axes = new ArrayList<>(List.of(x.axis(0), x.axis(1)));
        axes.addAll(Collections.nCopies(x.rank() - 2, Extent.of(1)));
        Shape out = Shape.ofAxes(axes);
        Formula taps = Formula.elements(x);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out));
        return switch (call.operator()) {
            case "GlobalMaxPool" -> outcome.and(COMPARE, taps);
            case "GlobalAveragePool" -> outcome.and(ADD, taps).and(DIVIDE, Formula.elements(out));
            default -> outcome.and(ADD, taps).and(POWER, Formula.sum(taps, Formula.elements(out)));
        };
    }

    private static Shape requireMaps(NodeCall call) {
        Shape x = call.shape(0);
        if (x.rank() < 2) {
            throw call.refusal(call.operator() + " takes N×C×…, but the input is " + x);
        }
        return x;
    }

    static SpatialWindows windows(NodeCall call) {
        List<Long> kernel = call.attributes()
                .wholes("kernel_shape")
                .orElseThrow(() -> new Refusal(
                        "bad-window", "", call.operator() + " has no kernel_shape", "export the model again"));
        return SpatialWindows.of(call, kernel, requireMaps(call));
    }
}
