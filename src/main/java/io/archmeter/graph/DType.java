package io.archmeter.graph;

import java.util.Locale;

/** What an element is stored as; decides bytes and nothing else. */
public enum DType {
    FLOAT32(4),
    FLOAT16(2),
    BFLOAT16(2),
    INT8(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Whether its elements are real numbers, so that a loss can be differentiated by them. */
    public boolean isFloatingPoint() {
        return this != INT8;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** As PyTorch and ONNX write it: {@code float32}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
