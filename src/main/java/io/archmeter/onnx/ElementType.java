package io.archmeter.onnx;

import io.archmeter.graph.DType;

/** {@code TensorProto.DataType}: what the elements of a tensor are. */
enum ElementType {
    FLOAT(1, Float.BYTES),
    UINT8(2, Byte.BYTES),
    INT8(3, Byte.BYTES),
    INT16(5, Short.BYTES),
    INT32(6, Integer.BYTES),
    INT64(7, Long.BYTES),
    BOOL(9, Byte.BYTES),
    FLOAT16(10, Short.BYTES),
    DOUBLE(11, Double.BYTES),
    BFLOAT16(16, Short.BYTES);

    private final int number;
    private final int bytes;

    ElementType(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /**
     * That of our tensors.
     *
     * @throws CannotConvert where there is none
     */
    static ElementType of(DType type) {
        return switch (type) {
            case FLOAT64 -> DOUBLE;
            case FLOAT32 -> FLOAT;
            case FLOAT16 -> FLOAT16;
            case BFLOAT16 -> BFLOAT16;
            case INT64 -> INT64;
            case INT32 -> INT32;
            case INT16 -> INT16;
            case INT8 -> INT8;
            case UINT8 -> UINT8;
            case BOOL -> BOOL;
            default ->
                throw new CannotConvert(
                        type + " is not in the version of ONNX that is written", "give the input another dtype");
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
