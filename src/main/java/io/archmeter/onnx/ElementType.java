package io.archmeter.onnx;

import io.archmeter.graph.DType;

/** {@code TensorProto.DataType}: what the elements of a tensor are. */
enum ElementType {
    FLOAT(1, Float.BYTES),
    INT8(3, Byte.BYTES),
    INT64(7, Long.BYTES),
    FLOAT16(10, Short.BYTES),
    BFLOAT16(16, Short.BYTES);

    private final int number;
    private final int bytes;

    ElementType(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** That of our tensors. */
    static ElementType of(DType type) {
        return switch (type) {
            case FLOAT32 -> FLOAT;
            case FLOAT16 -> FLOAT16;
            case BFLOAT16 -> BFLOAT16;
            case INT8 -> INT8;
            case INT64 -> INT64;
        };
    }

    int number() {
        return number;
    }

    /** Bytes of one element. */
    int bytes() {
        return bytes;
    }
}
