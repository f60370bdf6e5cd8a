package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.onnx.file.TypeMessage;
import java.util.Optional;

/** The type of a tensor's elements, from what is known of it and what the file declares. */
final class TypeOf {
    private TypeOf() {}

    /** Numbers of 32 bits where neither says. */
    static DType known(Fact fact, Optional<TypeMessage> declared) {
        return find(fact)
                .or(() -> declared.flatMap(type -> find(Declared.fact(type, ""))))
                .orElse(DType.FLOAT32);
    }

    private static Optional<DType> find(Fact fact) {
        if (fact instanceof Fact.Tensor tensor) {
            return Optional.of(tensor.type());
        }
        return fact instanceof Fact.AnyTensor any ? Optional.of(any.type()) : Optional.empty();
    }
}
