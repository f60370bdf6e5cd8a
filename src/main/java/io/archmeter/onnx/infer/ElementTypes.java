package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import java.util.List;
import java.util.Optional;

/** {@code TensorProto.DataType}: the numbers of types of elements. */
public final class ElementTypes {
    private static final List<Optional<DType>> BY_NUMBER = List.of(
            Optional.empty(),
            Optional.of(DType.FLOAT32),
            Optional.of(DType.UINT8),
            Optional.of(DType.INT8),
            Optional.of(DType.UINT16),
            Optional.of(DType.INT16),
            Optional.of(DType.INT32),
            Optional.of(DType.INT64),
            Optional.of(DType.STRING),
            Optional.of(DType.BOOL),
            Optional.of(DType.FLOAT16),
            Optional.of(DType.FLOAT64),
            Optional.of(DType.UINT32),
            Optional.of(DType.UINT64),
            Optional.of(DType.COMPLEX64),
            Optional.of(DType.COMPLEX128),
            Optional.of(DType.BFLOAT16),
            Optional.of(DType.FLOAT8_E4M3FN),
            Optional.of(DType.FLOAT8_E4M3FNUZ),
            Optional.of(DType.FLOAT8_E5M2),
            Optional.of(DType.FLOAT8_E5M2FNUZ),
            Optional.of(DType.UINT4),
            Optional.of(DType.INT4),
            Optional.of(DType.FLOAT4_E2M1),
            Optional.of(DType.FLOAT8_E8M0),
            Optional.of(DType.UINT2),
            Optional.of(DType.INT2));

    private ElementTypes() {}

    /** Empty where no type has that number. */
    public static Optional<DType> of(long number) {
        return number < 0 || number >= BY_NUMBER.size() ? Optional.empty() : BY_NUMBER.get((int) number);
    }
}
