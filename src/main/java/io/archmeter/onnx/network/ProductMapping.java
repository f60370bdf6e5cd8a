package io.archmeter.onnx.network;

import io.archmeter.op.Linear;
import io.archmeter.op.Matmul;
import java.util.List;
import java.util.Optional;

/** Products of matrices: fully connected layers, where the second of them is a constant. */
final class ProductMapping {
    static final Mapping GEMM = call -> {
        boolean transposed = call.attributes().flag("transB");
        boolean bias = call.has(2);
        boolean plain = call.real("alpha", 1) == 1
                && (!bias || call.real("beta", 1) == 1)
                && !call.attributes().flag("transA");
        if (!plain) {
            return Optional.empty();
        }
        if (!call.isConstant(1)) {
            return bias ? Optional.empty() : Optional.of(Mapped.of(new Matmul(transposed), List.of(0, 1)));
        }
        long features = call.shape(1).extent(transposed ? 0 : 1);
        if (bias && !isVector(call, 2, features)) {
            return Optional.empty();
        }
        Mapped.Role weight = new Mapped.Role(
                "weight", 1, call.attributes().flag("transB") ? Mapped.Stored.ALIKE : Mapped.Stored.TRANSPOSED);
        return Optional.of(
                bias
                        ? Mapped.of(new Linear(features, true), List.of(0), weight, new Mapped.Role("bias", 2))
                        : Mapped.of(new Linear(features, false), List.of(0), weight));
    };

    static final Mapping MATMUL = call -> {
        if (call.isConstant(1) && call.shape(1).rank() == 2 && call.shape(0).rank() >= 2) {
            return Optional.of(Mapped.of(
                    new Linear(call.shape(1).extent(1), false),
                    List.of(0),
                    new Mapped.Role("weight", 1, Mapped.Stored.TRANSPOSED)));
        }
        return Optional.of(Mapped.of(new Matmul(false), List.of(0, 1)));
    };

    private ProductMapping() {}

    private static boolean isVector(MappingCall call, int input, long features) {
        return call.isConstant(input)
                && call.shape(input).rank() == 1
                && call.shape(input).extent(0) == features;
    }
}
