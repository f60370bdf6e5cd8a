package io.archmeter.onnx.network;

import io.archmeter.op.Elementwise;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tensors combined element by element. */
final class JoinMapping {
    static final Mapping ADD = of(Elementwise.Function.ADD);
    static final Mapping MULTIPLY = of(Elementwise.Function.MULTIPLY);

    private JoinMapping() {}

    static Mapping of(Elementwise.Function function) {
        return call -> {
            List<Integer> all = IntStream.range(0, call.inputs()).boxed().toList();
            return Optional.of(Mapped.of(new Elementwise(function), all));
        };
    }
}
