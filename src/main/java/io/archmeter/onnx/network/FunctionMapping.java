package io.archmeter.onnx.network;

import io.archmeter.op.Pointwise;
import io.archmeter.op.Pow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Functions of one number. */
final class FunctionMapping {
    /** A power that is a constant. */
    static final Mapping POW = call -> {
        OptionalDouble exponent = call.number(1);
        return exponent.isPresent()
                ? Optional.of(Mapped.of(new Pow(exponent.getAsDouble()), List.of(0)))
                : Optional.empty();
    };

    private FunctionMapping() {}

    static Mapping of(Pointwise.Function function) {
        return call -> Optional.of(Mapped.of(new Pointwise(function), List.of(0)));
    }
}
