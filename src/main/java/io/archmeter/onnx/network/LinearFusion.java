package io.archmeter.onnx.network;

import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.op.Linear;
import java.util.List;
import java.util.Optional;

/** A product by a constant matrix, and a vector that is added: a fully connected layer of more than two axes. */
final class LinearFusion implements Fusion {
    @Override
    public Optional<Fused> of(InferredNode last, ValueUses pieces) {
        for (int input = 0; last.node().operator().equals("Add") && input < 2; input++) {
            int bias = 1 - input;
            Optional<InferredNode> product = pieces.maker(last, input, "MatMul")
                    .filter(node -> pieces.call(node).isConstant(1)
                            && !pieces.call(node).isConstant(0));
            Optional<Shape> matrix =
                    product.flatMap(node -> pieces.shape(node, 1)).filter(shape -> shape.rank() == 2);
            Optional<Shape> vector = pieces.shape(last, bias).filter(shape -> shape.rank() == 1);
            if (matrix.isPresent()
                    && vector.isPresent()
                    && pieces.call(last).isConstant(bias)
                    && vector.get().extent(0) == matrix.get().extent(1)) {
                InferredNode node = product.get();
                return Optional.of(new Fused(
                        List.of(node, last),
                        node,
                        new Linear(matrix.get().extent(1), true),
                        new Fused.Slot(node, 0),
                        List.of(
                                new Fused.Weight("weight", new Fused.Slot(node, 1)),
                                new Fused.Weight("bias", new Fused.Slot(last, bias)))));
            }
        }
        return Optional.empty();
    }
}
