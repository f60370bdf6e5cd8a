package io.archmeter.onnx.network;

import io.archmeter.op.Linear;
import io.archmeter.op.Matmul;
import java.util.List;
import java.util.Optional;

/** Products of matrices: fully connected layers, where one of them is a constant. */
final class ProductMapping {
    static final Mapping GEMM = call -> {
        boolean plain = call.attributes().real("alpha").orElse(1F) == 1
                && call.attributes().real("beta").orElse(1F) == 1
                && !call.attributes().flag("transA");
        boolean bias = call.has(2);
        if (!plain
                || !call.isConstant(1)
                || bias && !(call.isConstant(2) && call.shape(2).rank() == 1)) {
            return Optional.empty();
        }
        long features = call.shape(1).extent(call.attributes().flag("transB") ? 0 : 1);
        if (bias && call.shape(2).extent(0) != features) {
            return Optional.empty();
        }
        Mapped.Role weight = new Mapped.Role("weight", 1);
        return Optional.of(
                bias
                        ? Mapped.of(new Linear(features, true), List.of(0), weight, new Mapped.Role("bias", 2))
                        : Mapped.of(new Linear(features, false), List.of(0), weight));
    };

    static final Mapping MATMUL = call -> {
        if (call.isConstant(1) && call.shape(1).rank() == 2 && call.shape(0).rank() >= 2) {
            return Optional.of(
                    Mapped.of(new Linear(call.shape(1).extent(1), false), List.of(0), new Mapped.Role("weight", 1)));
        }
        return call.isConstant(0) || call.isConstant(1)
                ? Optional.empty()
                : Optional.of(Mapped.of(new Matmul(false), List.of(0, 1)));
    };

    private ProductMapping() {}
}
