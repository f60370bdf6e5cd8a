package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.op.Activation;
import io.archmeter.op.Activation.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tensor times a function of itself: x·sigmoid(x), x·hardsigmoid(x), x·tanh(softplus(x)). */
final class GateFusion implements Fusion {
    @Override
    public Optional<Fused> of(InferredNode last, ValueUses pieces) {
        if (!last.node().operator().equals("Mul")) {
            return Optional.empty();
        }
        for (int gate = 0; gate < 2; gate++) {
            int gated = 1 - gate;
            Optional<InferredNode> sigmoid = pieces.maker(last, gate, "Sigmoid");
            if (sigmoid.isPresent() && pieces.same(sigmoid.get(), 0, last, gated)) {
                return fused(Function.SILU, last, gated, List.of(sigmoid.get()));
            }
            Optional<InferredNode> hard = pieces.maker(last, gate, "HardSigmoid");
            if (hard.isPresent()
                    && pieces.same(hard.get(), 0, last, gated)
                    && ActivationMapping.HARD_SIGMOID
                            .of(pieces.call(hard.get()))
                            .isPresent()) {
                return fused(Function.HARDSWISH, last, gated, List.of(hard.get()));
            }
            Optional<InferredNode> tanh = pieces.maker(last, gate, "Tanh");
            Optional<InferredNode> softplus = tanh.flatMap(node -> pieces.maker(node, 0, "Softplus"));
            if (softplus.isPresent() && pieces.same(softplus.get(), 0, last, gated)) {
                return fused(Function.MISH, last, gated, List.of(softplus.get(), tanh.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fused> fused(Function function, InferredNode last, int gated, List<InferredNode> before) {
        List<InferredNode> all = new ArrayList<>(before);
        all.add(last);
        return Optional.of(Fused.of(new Activation(function), new Fused.Slot(last, gated), all));
    }
}
