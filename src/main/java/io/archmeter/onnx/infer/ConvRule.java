package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Convolutions: N×C×… and a weight of M×(C / group)×kernel make N×M×…, as {@code Conv}, {@code ConvInteger}, {@code QLinearConv} and
 * {@code FusedConv} do. One multiply-add for each tap of each output element, taps on padding included; a bias is an add.
 */
final class ConvRule {
    /** Where the weight is among the inputs, what the output's type is, or whose it is, and where the bias is. */
    record Form(int weight, Optional<DType> type, int typeOf, Optional<Integer> bias) {}

    static final NodeRule CONV = rule(new Form(1, Optional.empty(), 0, Optional.of(2)));
    /** Whose offsets come before its bias. */
    static final NodeRule DEFORMED = rule(new Form(1, Optional.empty(), 0, Optional.of(3)));

    static final NodeRule CONV_INTEGER = rule(new Form(1, Optional.of(DType.INT32), 0, Optional.empty()));
    /** Its output has the type of its last zero point. */
    static final NodeRule QLINEAR_CONV = rule(new Form(3, Optional.empty(), 7, Optional.of(8)));

    private ConvRule() {}

    private static NodeRule rule(Form form) {
        return call -> {
            Shape x = call.shape(0);
            Shape weight = call.shape(form.weight);
            requireFit(call, x, weight);
            SpatialWindows windows = SpatialWindows.of(call, SpatialWindows.kernel(call, weight), x);
            List<Extent> axes = new ArrayList<>(List.of(x.axis(0), weight.axis(0)));
            axes.addAll(windows.slide(false));
            Shape out = Shape.ofAxes(axes);
            DType type = form.type.orElseGet(() -> call.type(form.typeOf));
            List<Formula> factors = new ArrayList<>(List.of(Formula.elements(out), Formula.of(weight.axis(1))));
            factors.addAll(windows.taps());
            Outcome outcome = Outcome.of(Fact.tensor(type, out)).multiplying(Formula.product(factors));
            return form.bias.filter(call::has).isPresent()
                    ? outcome.and(ElementaryOperation.ADD, Formula.elements(out))
                    : outcome;
        };
    }

    private static void requireFit(NodeCall call, Shape x, Shape weight) {
        if (x.rank() != weight.rank() || x.rank() < 3) {
            throw call.refusal("a weight of " + weight + " does not go with an input of " + x);
        }
        long group = call.attributes().whole("group", 1);
        if (x.axis(1) instanceof Extent.Known channels && weight.axis(1) instanceof Extent.Known depth) {
            if (group < 1 || channels.value() != Math.multiplyExact(depth.value(), group)) {
                throw call.refusal(channels.value() + " channels in " + group + " groups do not go with a weight of "
                        + weight + ", which takes " + depth.value() + " in each");
            }
        }
        if (weight.axis(0) instanceof Extent.Known filters && Math.floorMod(filters.value(), Math.max(group, 1)) != 0) {
            throw call.refusal(filters.value() + " filters do not divide into " + group + " groups");
        }
    }
}
