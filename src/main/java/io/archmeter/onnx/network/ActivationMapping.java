package io.archmeter.onnx.network;

import io.archmeter.op.Activation;
import java.util.List;
import java.util.Optional;

/** Functions of one element. */
final class ActivationMapping {
    private ActivationMapping() {}

    /** One without attributes. */
    static Mapping of(Activation.Function function) {
        return call -> Optional.of(Mapped.of(new Activation(function), List.of(0)));
    }
}
