package io.archmeter.onnx.network;

import io.archmeter.op.BatchNorm;
import java.util.List;
import java.util.Optional;

/** Normalizations. */
final class NormalizationMapping {
    /** {@code BatchNormalization} at inference. */
    static final Mapping BATCH = call -> {
        boolean training = call.attributes().flag("training_mode") || call.outputs() > 1;
        if (training || !call.isConstant(3) || !call.isConstant(4)) {
            return Optional.empty();
        }
        double epsilon = call.attributes().real("epsilon").orElse(1e-5F);
        return Optional.of(Mapped.of(
                new BatchNorm(epsilon, true, true),
                List.of(0),
                new Mapped.Role("weight", 1),
                new Mapped.Role("bias", 2),
                new Mapped.Role("running_mean", 3),
                new Mapped.Role("running_var", 4)));
    };

    private NormalizationMapping() {}
}
