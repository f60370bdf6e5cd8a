package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.model.NodeAttributes;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/** Windows over N×H×W×C, and over N×C×H×W in whole numbers, which ONNX Runtime has; {@code channels_last} says which. */
final class ChannelsLast {
    static final NodeRule MAX_POOL = call -> {
        Shape x = first(call.shape(0));
        SpatialWindows windows = windows(call, x);
        Shape out = windows.slide(call, x.axis(1));
        return PerElement.and(Outcome.of(Fact.tensor(call.type(0), last(out))), windows.taps(out), COMPARE);
    };

    static final NodeRule QUANTIZED_AVERAGE_POOL = call -> {
        boolean last = call.attributes().flag("channels_last");
        Shape x = last ? first(call.shape(0)) : call.shape(0);
        SpatialWindows windows = windows(call, x);
        Shape out = windows.slide(call, x.axis(1));
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), last ? last(out) : out))
                .and(ADD, windows.taps(out))
                .and(DIVIDE, Formula.elements(out));
        return PerElement.requantized(outcome, Formula.elements(x), Formula.elements(out));
    };

    static final NodeRule QUANTIZED_GLOBAL_POOL = call -> {
        boolean last = call.attributes().flag("channels_last");
        Shape x = call.shape(0);
        Shape out = x;
        for (int axis = 1; axis < x.rank(); axis++) {
            boolean channels = axis == (last ? x.rank() - 1 : 1);
            out = channels ? out : out.with(axis, 1);
        }
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out))
                .and(ADD, Formula.elements(x))
                .and(DIVIDE, Formula.elements(out));
        return PerElement.requantized(outcome, Formula.elements(x), Formula.elements(out));
    };

    /** Its weight has its channels last, too, or second: what it has in common with the input says which. */
    static final NodeRule CONV = call -> {
        Shape x = first(call.shape(0));
        Shape written = call.shape(1);
        if (written.rank() != x.rank()) {
            throw call.refusal("a weight of " + written + " does not go with an input of " + call.shape(0));
        }
        Shape weight = first(written);
        boolean asLast = fits(call.attributes(), x, weight);
        boolean asSecond = fits(call.attributes(), x, written);
        if (asLast == asSecond && !weight.equals(written)) {
            throw new UnknownException(call.here());
        }
        Shape kernel = asLast ? weight : written;
        return convolved(call, x, kernel, 0, 2);
    };

    /** Its weight has its channels second all the same; without {@code channels_last} it is the convolution of ONNX. */
    static final NodeRule QUANTIZED_CONV = call -> {
        if (!call.attributes().flag("channels_last")) {
            return ConvRule.QLINEAR_CONV.infer(call);
        }
        Shape x = first(call.shape(0));
        Shape kernel = call.shape(3);
        if (kernel.rank() != x.rank()) {
            throw call.refusal("a weight of " + kernel + " does not go with an input of " + call.shape(0));
        }
        return convolved(call, x, kernel, 7, 8);
    };

    private ChannelsLast() {}

    /**
     * A convolution.
     *
     * @param x with its channels second
     * @param typeOf the input of which type the output is
     * @param bias the input that is the bias
     */
    private static Outcome convolved(NodeCall call, Shape x, Shape kernel, int typeOf, int bias) {
        SpatialWindows windows = SpatialWindows.of(call, SpatialWindows.kernel(call, kernel), x);
        Shape out = windows.slide(call, kernel.axis(0));
        Outcome outcome = Outcome.of(Fact.tensor(call.type(typeOf), last(out)))
                .multiplying(Formula.product(windows.taps(out), Formula.of(kernel.axis(1))));
        return call.has(bias) ? outcome.and(ADD, Formula.elements(out)) : outcome;
    }

    private static boolean fits(NodeAttributes attributes, Shape x, Shape weight) {
        Extent channels = ExtentArithmetic.product(weight.axis(1), Extent.of(attributes.whole("group", 1)));
        return channels instanceof Extent.Known && channels.equals(x.axis(1));
    }

    private static SpatialWindows windows(NodeCall call, Shape x) {
        List<Long> kernel = call.attributes().wholes("kernel_shape").orElse(List.of());
        return SpatialWindows.of(call, kernel, x);
    }

    /** The same with its channels second. */
    private static Shape first(Shape last) {
        if (last.rank() < 3) {
            return last;
        }
        List<Extent> axes = new ArrayList<>(last.axes());
        axes.add(1, axes.remove(last.rank() - 1));
        return Shape.ofAxes(axes);
    }

    private static Shape last(Shape first) {
        List<Extent> axes = new ArrayList<>(first.axes());
        axes.add(axes.remove(1));
        return Shape.ofAxes(axes);
    }
}
