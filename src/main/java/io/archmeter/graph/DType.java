package io.archmeter.graph;

import java.util.List;
import java.util.Locale;

/** What an element is stored as; decides bytes and nothing else. */
public enum DType {
    FLOAT32(32),
    FLOAT16(16),
    BFLOAT16(16),
    INT8(8),
    INT64(64);

    /** The types that the floating-point numbers of a network can be stored as. */
    public static final List<DType> OF_NETWORKS = List.of(FLOAT32, FLOAT16, BFLOAT16, INT8);

    private static final int BITS_OF_A_BYTE = 8;

    private final int bits;

    DType(int bits) {
        this.bits = bits;
    }

    /** Whether its elements are real numbers, so that a loss can be differentiated by them. */
    public boolean isFloatingPoint() {
        return this == FLOAT32 || this == FLOAT16 || this == BFLOAT16;
    }

    /** Bits of one element. */
    public int bits() {
        return bits;
    }

    /** Bytes of a tensor, the last one filled up; throws {@link ArithmeticException} where they do not fit a {@code long}. */
    public long bytes(long elements) {
        if (bits >= BITS_OF_A_BYTE) {
            return Math.multiplyExact(elements, (long) (bits / BITS_OF_A_BYTE));
        }
        int share = BITS_OF_A_BYTE / bits;
        return elements / share + (elements % share == 0 ? 0 : 1);
    }

    /** As PyTorch and ONNX write it: {@code float32}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
