package io.archmeter.graph;

import java.util.List;
import java.util.Locale;

/**
 * What an element is stored as; decides bytes and nothing else.
 *
 * @since 0.1.0
 */
public enum DType {
    FLOAT64(64),
    FLOAT32(32),
    FLOAT16(16),
    BFLOAT16(16),
    /** Four bits of exponent and three of mantissa, without infinities (Micikevicius et al. 2022, arXiv:2209.05433). */
    FLOAT8_E4M3FN(8),
    /** Five bits of exponent and two of mantissa. */
    FLOAT8_E5M2(8),
    INT64(64),
    INT32(32),
    INT16(16),
    INT8(8),
    INT4(4),
    UINT8(8),
    UINT4(4),
    BOOL(8),
    UINT64(64),
    UINT32(32),
    UINT16(16),
    INT2(2),
    UINT2(2),
    /** As {@link #FLOAT8_E4M3FN}, with one zero, and no number for it below. */
    FLOAT8_E4M3FNUZ(8),
    FLOAT8_E5M2FNUZ(8),
    /** Eight bits of exponent: scales of blocks (Open Compute Project, Microscaling Formats 1.0). */
    FLOAT8_E8M0(8),
    FLOAT4_E2M1(4),
    COMPLEX64(64),
    COMPLEX128(128),
    /** Texts, which have no size that a type could tell. */
    STRING(0);

    /**
     * The types that a network's floating-point numbers can be stored as: real numbers, and what they are quantized to. Counters, indices
     * and truth values have the others.
     */
    public static final List<DType> OF_NETWORKS =
            List.of(FLOAT32, FLOAT16, BFLOAT16, INT8, FLOAT64, FLOAT8_E4M3FN, FLOAT8_E5M2, INT16, INT4, UINT8, UINT4);

    /** The types that a spec can give a tensor. */
    public static final List<DType> IN_SPECS = List.of(values());

    private static final int BITS_OF_A_BYTE = 8;

    private final int bits;

    DType(int bits) {
        this.bits = bits;
    }

    /**
     * Whether networks are trained in it: a loss can be differentiated by real numbers. Those of eight bits are a way to store them,
     * and layers of PyTorch do not compute in them.
     */
    public boolean hasGradients() {
        return this == FLOAT64 || this == FLOAT32 || this == FLOAT16 || this == BFLOAT16;
    }

    /** Whether its elements are whole numbers, or truth values, which are 0 and 1. */
    public boolean isWhole() {
        return switch (this) {
            case INT64, INT32, INT16, INT8, INT4, UINT8, UINT4, BOOL, UINT64, UINT32, UINT16, INT2, UINT2 -> true;
            default -> false;
        };
    }

    /** Bits of one element. */
    public int bits() {
        return bits;
    }

    /**
     * Bytes of a tensor, the last one filled up; throws {@link ArithmeticException} where they do not fit a {@code long}, and {@link
     * UnknownException} where a text may have any number of them.
     */
    public long bytes(long elements) {
        if (this == STRING && elements > 0) {
            throw new UnknownException(Extent.Unknown.HERE);
        }
        if (elements == 0) {
            return 0;
        }
        if (bits >= BITS_OF_A_BYTE) {
            return Math.multiplyExact(elements, (long) (bits / BITS_OF_A_BYTE));
        }
        int share = BITS_OF_A_BYTE / bits;
        return elements / share + (elements % share == 0 ? 0 : 1);
    }

    /** As PyTorch writes it: {@code float32}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
