package io.archmeter.onnx.file;

import java.util.List;
import java.util.Optional;

/** {@code TypeProto}: what a value is declared to be. Types of elements have the numbers of {@code TensorProto.DataType}. */
public sealed interface TypeMessage {
    /** A tensor, dense or sparse; without dimensions its rank is open. */
    record Tensor(int elements, Optional<List<DimensionMessage>> dimensions) implements TypeMessage {
        public Tensor {
            dimensions = dimensions.map(List::copyOf);
        }
    }

    /** A sequence of such values. */
    record Sequence(Optional<TypeMessage> of) implements TypeMessage {}

    /** Such a value, or none. */
    record Maybe(Optional<TypeMessage> of) implements TypeMessage {}

    /** A map, which no operator of networks takes. */
    record Map() implements TypeMessage {}
}
