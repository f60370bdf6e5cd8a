package io.archmeter.onnx;

/** {@code TensorProto.DataType}: what the elements of a tensor are. */
enum ElementType {
    FLOAT(1, Float.BYTES),
    INT64(7, Long.BYTES);

    private final int number;
    private final int bytes;

    ElementType(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    int number() {
        return number;
    }

    /** Bytes of one element. */
    int bytes() {
        return bytes;
    }
}
