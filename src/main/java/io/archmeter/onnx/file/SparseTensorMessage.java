package io.archmeter.onnx.file;

import java.util.List;

/** {@code SparseTensorProto}: the elements that are not zero, which bear the name, and where they are. */
public record SparseTensorMessage(TensorMessage values, TensorMessage indices, List<Long> dimensions) {
    public SparseTensorMessage {
        dimensions = List.copyOf(dimensions);
    }
}
