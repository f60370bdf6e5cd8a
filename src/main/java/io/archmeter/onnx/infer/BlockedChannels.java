package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What ONNX Runtime writes where it has optimized a model for the processor at hand: N×C×H×W in blocks of 8 or 16 channels, filled up
 * with zeros. Weights are stored with their channels filled up, too, and what they multiply counts.
 */
final class BlockedChannels {
    /** The larger of both blocks: a multiple of it needs no filling, whatever the processor was. */
    private static final long LARGEST_BLOCK = 16;

    /** A tensor that is added to the output is the fourth input. */
    static final NodeRule CONV = call -> {
        Shape x = call.shape(0);
        Shape weight = call.shape(1);
        if (x.rank() != 4 || weight.rank() != 4) {
            throw call.refusal("a weight of " + weight + " does not go with an input of " + x);
        }
        SpatialWindows windows = SpatialWindows.of(call, SpatialWindows.kernel(call, weight), x);
        List<Extent> axes = new ArrayList<>(List.of(x.axis(0), weight.axis(0)));
        axes.addAll(windows.slide(false));
        Shape out = Shape.ofAxes(axes);
        List<Formula> factors = new ArrayList<>(List.of(Formula.elements(out), Formula.of(weight.axis(1))));
        factors.addAll(windows.taps());
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out)).multiplying(Formula.product(factors));
        outcome = call.has(2) ? outcome.and(ADD, Formula.elements(out)) : outcome;
        return call.has(3) ? outcome.and(ADD, Formula.elements(out)) : outcome;
    };

    static final NodeRule INPUT = call -> {
        Shape written = call.shape(0);
        Shape x = call.attributes().flag("channels_last") ? channelsSecond(written) : written;
        boolean filled =
                x.axis(1) instanceof Extent.Known channels && Math.floorMod(channels.value(), LARGEST_BLOCK) == 0;
        return Outcome.of(Fact.tensor(call.type(0), filled ? x : x.with(1, call.here())));
    };

    static final NodeRule OUTPUT = call -> {
        Shape x = call.shape(0);
        Optional<Long> channels = call.attributes().whole("channels");
        Shape out = x.with(1, channels.<Extent>map(Extent::of).orElse(call.here()));
        return Outcome.of(Fact.tensor(call.type(0), call.attributes().flag("channels_last") ? channelsLast(out) : out));
    };

    /** By a whole number along each axis. */
    static final NodeRule UPSAMPLE = call -> {
        Shape out = call.shape(0);
        List<Long> scales = call.attributes().wholes("scales").orElse(List.of());
        if (scales.size() != out.rank()) {
            throw call.refusal(scales.size() + " scales do not go with a tensor of " + out);
        }
        for (int axis = 0; axis < out.rank(); axis++) {
            out = out.with(axis, ExtentArithmetic.product(out.axis(axis), Extent.of(scales.get(axis))));
        }
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out));
        boolean nearest = call.attributes().text("mode").orElse("nearest").equals("nearest");
        return nearest
                ? outcome
                : PerElement.and(outcome, Formula.elements(out), MULTIPLY, MULTIPLY, MULTIPLY, MULTIPLY, ADD, ADD, ADD);
    };

    private BlockedChannels() {}

    private static Shape channelsSecond(Shape last) {
        List<Extent> axes = new ArrayList<>(last.axes());
        axes.add(1, axes.remove(last.rank() - 1));
        return Shape.ofAxes(axes);
    }

    private static Shape channelsLast(Shape second) {
        List<Extent> axes = new ArrayList<>(second.axes());
        axes.add(axes.remove(1));
        return Shape.ofAxes(axes);
    }
}
