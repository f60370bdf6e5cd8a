package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.op.Gelu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * ½·x·(1 + erf(x / √2)), whichever of the three is multiplied first ({@code gelu} of {@code torch/onnx/symbolic_opset9.py} and the
 * decompositions of PyTorch have one order each).
 */
final class GeluFusion implements Fusion {
    private static final double ROOT = Math.sqrt(2);

    @Override
    public Optional<Fused> of(InferredNode last, ValueUses pieces) {
        List<InferredNode> products = new ArrayList<>();
        List<Fused.Slot> factors = new ArrayList<>();
        if (!last.node().operator().equals("Mul")) {
            return Optional.empty();
        }
        multiply(last, pieces, products, factors);
        if (factors.size() != 3) {
            return Optional.empty();
        }
        for (Fused.Slot sum : factors) {
            for (Fused.Slot x : factors) {
                Fused.Slot half = factors.stream()
                        .filter(factor -> factor != sum && factor != x)
                        .findFirst()
                        .orElseThrow();
                if (sum != x && pieces.isNumber(half.node(), half.input(), 0.5)) {
                    Optional<List<InferredNode>> shifted = shifted(sum, x, pieces);
                    if (shifted.isPresent()) {
                        List<InferredNode> all = new ArrayList<>(shifted.get());
                        all.addAll(products);
                        all.sort(Comparator.comparingInt(node -> node.node().number()));
                        return Optional.of(Fused.of(new Gelu(Gelu.Approximation.NONE), x, all));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Takes products apart, two at most: three factors. */
    private static void multiply(
            InferredNode product, ValueUses pieces, List<InferredNode> products, List<Fused.Slot> factors) {
        products.add(product);
        for (int input = 0; input < 2; input++) {
            Optional<InferredNode> inner = pieces.maker(product, input, "Mul");
            if (inner.isPresent() && products.size() < 2 && isOfPieces(inner.get(), pieces)) {
                multiply(inner.get(), pieces, products, factors);
            } else {
                factors.add(new Fused.Slot(product, input));
            }
        }
    }

    /** Whether a product has the half or the sum in it: that of x may itself be one of other factors. */
    private static boolean isOfPieces(InferredNode product, ValueUses pieces) {
        boolean found = false;
        for (int input = 0; input < 2; input++) {
            found |= pieces.isNumber(product, input, 0.5)
                    || pieces.maker(product, input, "Add").isPresent();
        }
        return found;
    }

    /** The division, the error function and the sum with 1. */
    private static Optional<List<InferredNode>> shifted(Fused.Slot sum, Fused.Slot x, ValueUses pieces) {
        Optional<InferredNode> add = pieces.maker(sum.node(), sum.input(), "Add");
        for (int input = 0; add.isPresent() && input < 2; input++) {
            Optional<InferredNode> erf = pieces.maker(add.get(), input, "Erf");
            if (erf.isPresent() && pieces.isNumber(add.get(), 1 - input, 1)) {
                Optional<InferredNode> scaled = scaled(erf.get(), x, pieces);
                return scaled.map(node -> List.of(node, erf.get(), add.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<InferredNode> scaled(InferredNode erf, Fused.Slot x, ValueUses pieces) {
        Optional<InferredNode> quotient = pieces.maker(erf, 0, "Div")
                .filter(node -> pieces.same(node, 0, x.node(), x.input()) && pieces.isNumber(node, 1, ROOT));
        if (quotient.isPresent()) {
            return quotient;
        }
        Optional<InferredNode> product = pieces.maker(erf, 0, "Mul");
        for (int input = 0; product.isPresent() && input < 2; input++) {
            if (pieces.same(product.get(), input, x.node(), x.input())
                    && pieces.isNumber(product.get(), 1 - input, 1 / ROOT)) {
                return product;
            }
        }
        return Optional.empty();
    }
}
