package io.archmeter.analysis;

import io.archmeter.facts.Amount;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Formula;
import io.archmeter.op.Reach;
import io.archmeter.op.Storage;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How each number of a layer comes about.
 *
 * @param layer its row in the report
 * @since 0.1.0
 */
public record Explanation(LayerCost layer, List<Line> lines) {
    /** One number: what it is, and the arithmetic that gives it. */
    public record Line(String quantity, Formula formula) {}

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** Explains the layers that count, in the order of the report. */
    public static List<Explanation> of(NetworkFacts network, boolean training) {
        ReceptiveFields fields = ReceptiveFields.of(network);
        List<Explanation> all = new ArrayList<>();
        for (LayerFacts layer : network.layers(training)) {
            LayerCost row = Analyzer.row(layer, fields);
            List<Line> lines = counts(layer, network.graph().valuesOf(layer.node()));
            if (row.receptiveField().isPresent()) {
                lines.addAll(sight(layer, fields));
            }
            all.add(new Explanation(row, lines));
        }
        return all;
    }

    private static List<Line> counts(LayerFacts layer, List<Value> outputs) {
        List<Line> lines = new ArrayList<>();
        int rank = layer.extents().size();
        for (int axis = 0; axis < rank; axis++) {
            Formula extent = layer.extents().get(axis);
            if (!(extent instanceof Formula.Count || extent instanceof Formula.NotKnown)) {
                lines.add(new Line("output " + AxisName.of(axis, rank), extent));
            }
        }
        Formula parameters = elements(layer.weights(), Weight.Kind.PARAMETER);
        addUnlessZero(lines, "parameters", layer.has(Trait.DECLARED) ? Formula.declared(parameters) : parameters);
        addUnlessZero(lines, "buffers", elements(layer.weights(), Weight.Kind.BUFFER));
        addUnlessZero(lines, "multiply-adds", layer.work().multiplyAdds());
        addUnlessZero(lines, "effective multiply-adds", layer.work().effectiveMultiplyAdds());
        layer.work().others().forEach((kind, count) -> lines.add(new Line(kind + " operations", count)));
        if (layer.storage() != Storage.WEIGHT) {
            lines.add(new Line("output bytes", outputBytes(outputs)));
        }
        return lines;
    }

    /** The elements of all weights of a kind, e.g. {@code 64·3·11·11 + 64}. */
    private static Formula elements(List<Weight> weights, Weight.Kind kind) {
        return Formula.sum(weights.stream()
                .filter(weight -> weight.kind() == kind)
                .map(weight -> Formula.elements(weight.shape()))
                .toList());
    }

    private static Formula outputBytes(List<Value> outputs) {
        return Formula.sum(outputs.stream()
                .map(output -> bytes(output.shape(), output.type()))
                .toList());
    }

    private static Formula bytes(Shape output, DType type) {
        Formula elements = Formula.elements(output);
        if (type == DType.STRING) {
            return Formula.NotKnown.HERE;
        }
        return type.bits() < Byte.SIZE
                ? Formula.ceil(elements, Byte.SIZE / type.bits())
                : Formula.product(elements, Formula.of(type.bytes(1)));
    }

    /** The receptive field, where the layer makes it larger than that of its input. */
    private static List<Line> sight(LayerFacts layer, ReceptiveFields fields) {
        List<Line> lines = new ArrayList<>();
        Optional<FieldOfView> known = fields.before(layer);
        if (known.isEmpty()) {
            // Inputs that are joined see other windows each, and no layer before this one sees the like of them all.
            return lines;
        }
        int operand = fields.firstSeen(layer);
        FieldOfView before = known.get();
        for (int a = 0; a < before.axes().size(); a++) {
            int axis = before.layout().axisOf(a);
            if (before.axes().get(a) instanceof SeenWindows.Even seen
                    && axis != Layout.NOWHERE
                    && before.layout().parts(axis).size() == 1) {
                String quantity = "receptive field " + before.origin().axisName(a);
                sizeThrough(layer, operand, before, axis, seen).ifPresent(size -> lines.add(new Line(quantity, size)));
            }
        }
        return lines;
    }

    private static Optional<Formula> sizeThrough(
            LayerFacts layer, int operand, FieldOfView before, int axis, SeenWindows.Even seen) {
        Shape input = layer.inputs().get(operand);
        Reach reach = layer.reach();
        if (reach instanceof Reach.Sliding sliding && axis >= 2) {
            return Optional.of(seen.sizeThrough(sliding.axes().get(axis - 2)));
        }
        boolean all = reach instanceof Reach.Whole whole && (axis >= 2 || whole.channels())
                || reach instanceof Reach.Reshaped
                        && layer.output().rank() <= 2
                        && before.origin().rank() > 2
                || reach instanceof Reach.Mapped mapped
                        && !mapped.inputs().get(operand).orElse(List.of()).contains(axis);
        return all ? Optional.of(seen.sizeThrough(input.extent(axis))) : Optional.empty();
    }

    private static void addUnlessZero(List<Line> lines, String quantity, Formula formula) {
        if (!Amount.of(formula::value).equals(Amount.ZERO)) {
            lines.add(new Line(quantity, formula));
        }
    }
}
