package io.archmeter.onnx.network;

import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.op.LayerNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * (x − mean) / √(mean of squares + ε), times a scale, plus a shift: as exporters wrote it before version 17 ({@code layer_norm} of
 * {@code torch/onnx/symbolic_opset9.py}).
 */
final class LayerNormFusion implements Fusion {
    /** What is normalized, before its scale. */
    private record Normalized(List<InferredNode> pieces, Fused.Slot x, List<Integer> axes, double epsilon) {}

    @Override
    public Optional<Fused> of(InferredNode last, ValueUses pieces) {
        return switch (last.node().operator()) {
            case "Div" -> normalized(last, pieces).map(plain -> fused(plain, List.of(), List.of()));
            case "Mul" -> scaled(last, pieces, List.of(), List.of());
            case "Add" -> shifted(last, pieces);
            default -> Optional.empty();
        };
    }

    private static Optional<Fused> shifted(InferredNode sum, ValueUses pieces) {
        for (int input = 0; input < 2; input++) {
            Optional<InferredNode> product = pieces.maker(sum, input, "Mul");
            if (product.isPresent() && pieces.call(sum).isConstant(1 - input)) {
                Fused.Weight bias = new Fused.Weight("bias", new Fused.Slot(sum, 1 - input));
                return scaled(product.get(), pieces, List.of(sum), List.of(bias));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fused> scaled(
            InferredNode product, ValueUses pieces, List<InferredNode> after, List<Fused.Weight> bias) {
        for (int input = 0; input < 2; input++) {
            Optional<Normalized> plain = pieces.maker(product, input, "Div").flatMap(node -> normalized(node, pieces));
            if (plain.isPresent() && pieces.call(product).isConstant(1 - input)) {
                List<Fused.Weight> weights = new ArrayList<>();
                weights.add(new Fused.Weight("weight", new Fused.Slot(product, 1 - input)));
                weights.addAll(bias);
                List<InferredNode> more = new ArrayList<>(List.of(product));
                more.addAll(after);
                return weights.stream().allMatch(weight -> fits(weight, plain.get(), pieces))
                        ? Optional.of(fused(plain.get(), more, weights))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Fused fused(Normalized plain, List<InferredNode> after, List<Fused.Weight> weights) {
        List<InferredNode> all = new ArrayList<>(plain.pieces());
        all.addAll(after);
        boolean affine = !weights.isEmpty();
        LayerNorm op = new LayerNorm(plain.axes(), plain.epsilon(), affine, weights.size() == 2);
        return new Fused(all, all.get(all.size() - 1), op, plain.x(), weights);
    }

    /** Whether there is an element for each along the last axes, which are those that are normalized. */
    private static boolean fits(Fused.Weight weight, Normalized plain, ValueUses pieces) {
        Optional<Shape> x = pieces.shape(plain.x().node(), plain.x().input());
        Optional<Shape> shape = pieces.shape(weight.slot().node(), weight.slot().input());
        if (x.isEmpty() || shape.isEmpty()) {
            return false;
        }
        int first = x.get().rank() - plain.axes().size();
        List<Integer> lastAxes = IntStream.range(first, x.get().rank()).boxed().toList();
        return plain.axes().equals(lastAxes)
                && shape.get()
                        .extents()
                        .equals(x.get().extents().subList(first, x.get().rank()));
    }

    private static Optional<Normalized> normalized(InferredNode quotient, ValueUses pieces) {
        Optional<InferredNode> centered = pieces.maker(quotient, 0, "Sub");
        Optional<InferredNode> mean = centered.flatMap(node -> pieces.maker(node, 1, "ReduceMean"));
        Optional<InferredNode> root = pieces.maker(quotient, 1, "Sqrt");
        Optional<InferredNode> sum = root.flatMap(node -> pieces.maker(node, 0, "Add"));
        Optional<InferredNode> variance = sum.flatMap(node -> pieces.maker(node, 0, "ReduceMean"));
        Optional<InferredNode> square = variance.flatMap(node -> square(node, quotient, pieces));
        if (mean.isEmpty() || square.isEmpty() || !pieces.same(mean.get(), 0, centered.get(), 0)) {
            return Optional.empty();
        }
        OptionalDouble epsilon = pieces.call(sum.get()).number(1);
        Optional<List<Integer>> axes = axes(mean.get(), pieces);
        boolean fits = epsilon.isPresent()
                && axes.isPresent()
                && axes.equals(axes(variance.get(), pieces))
                && axes.get().stream().allMatch(axis -> axis > 0);
        return fits
                ? Optional.of(new Normalized(
                        List.of(
                                mean.get(),
                                centered.get(),
                                square.get(),
                                variance.get(),
                                sum.get(),
                                root.get(),
                                quotient),
                        new Fused.Slot(centered.get(), 0),
                        axes.get(),
                        epsilon.getAsDouble()))
                : Optional.empty();
    }

    /** Of what is divided: by a product with itself, or as its second power. */
    private static Optional<InferredNode> square(InferredNode variance, InferredNode quotient, ValueUses pieces) {
        Optional<InferredNode> product = pieces.maker(variance, 0, "Mul")
                .filter(node -> pieces.same(node, 0, quotient, 0) && pieces.same(node, 1, quotient, 0));
        return product.or(() -> pieces.maker(variance, 0, "Pow")
                .filter(node -> pieces.same(node, 0, quotient, 0) && pieces.isNumber(node, 1, 2)));
    }

    /** Those that stay as extents of 1. */
    private static Optional<List<Integer>> axes(InferredNode mean, ValueUses pieces) {
        MappingCall call = pieces.call(mean);
        Optional<List<Long>> written = call.wholes(1);
        return pieces.shape(mean, 0).isPresent() && call.attributes().whole("keepdims", 1) == 1
                ? written.filter(axes -> !axes.isEmpty())
                        .map(axes -> axes.stream()
                                .map(axis -> call.axis(axis, 0))
                                .sorted()
                                .toList())
                : Optional.empty();
    }
}
