package io.archmeter.onnx.file;

import io.archmeter.onnx.file.TensorMessage.Field;
import java.util.Optional;

/**
 * {@code TensorProto.DataType}: how many bits an element has, and in which field it is written where it is not raw. Complex numbers,
 * and elements of six bits, have no decoding.
 */
enum ElementEncoding {
    FLOAT(1, 32, Field.FLOAT_DATA),
    UINT8(2, 8, Field.INT32_DATA),
    INT8(3, 8, Field.INT32_DATA),
    UINT16(4, 16, Field.INT32_DATA),
    INT16(5, 16, Field.INT32_DATA),
    INT32(6, 32, Field.INT32_DATA),
    INT64(7, 64, Field.INT64_DATA),
    STRING(8, 8, Field.STRING_DATA),
    BOOL(9, 8, Field.INT32_DATA),
    FLOAT16(10, 16, Field.INT32_DATA),
    DOUBLE(11, 64, Field.DOUBLE_DATA),
    UINT32(12, 32, Field.UINT64_DATA),
    UINT64(13, 64, Field.UINT64_DATA),
    BFLOAT16(16, 16, Field.INT32_DATA),
    FLOAT8E4M3FN(17, 8, Field.INT32_DATA),
    FLOAT8E4M3FNUZ(18, 8, Field.INT32_DATA),
    FLOAT8E5M2(19, 8, Field.INT32_DATA),
    FLOAT8E5M2FNUZ(20, 8, Field.INT32_DATA),
    UINT4(21, 4, Field.INT32_DATA),
    INT4(22, 4, Field.INT32_DATA),
    FLOAT4E2M1(23, 4, Field.INT32_DATA),
    FLOAT8E8M0(24, 8, Field.INT32_DATA),
    UINT2(25, 2, Field.INT32_DATA),
    INT2(26, 2, Field.INT32_DATA);

    private final int number;
    private final int bits;
    private final Field field;

    ElementEncoding(int number, int bits, Field field) {
        this.number = number;
        this.bits = bits;
        this.field = field;
    }

    static Optional<ElementEncoding> of(int number) {
        for (ElementEncoding type : values()) {
            if (type.number == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    int bits() {
        return bits;
    }

    /** Where elements are written that are not raw. */
    Field field() {
        return field;
    }

    /** Bytes of what is written together: one element, or as many small ones as a byte has room for. */
    int unitBytes() {
        return Math.max(1, bits / Byte.SIZE);
    }

    /** How many elements are written together. */
    int unitElements() {
        return Math.max(1, Byte.SIZE / bits);
    }

    boolean isReal() {
        return switch (this) {
            case FLOAT,
                    DOUBLE,
                    FLOAT16,
                    BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT4E2M1 -> true;
            default -> false;
        };
    }

    /** The integer that is written with these bits; those beyond its width say nothing. */
    long whole(long written) {
        int above = Long.SIZE - bits;
        return switch (this) {
            case INT2, INT4, INT8, INT16, INT32, INT64 -> written << above >> above;
            case BOOL -> written << above == 0 ? 0 : 1;
            default -> written << above >>> above;
        };
    }

    /** The real number that is written with these bits; those beyond its width say nothing. */
    double real(long written) {
        int low = (int) written;
        return switch (this) {
            case FLOAT -> Float.intBitsToFloat(low);
            case DOUBLE -> Double.longBitsToDouble(written);
            case BFLOAT16 -> Float.intBitsToFloat(low << Short.SIZE);
            case FLOAT16 -> SmallFloat.HALF.value(low);
            case FLOAT8E4M3FN -> SmallFloat.E4M3FN.value(low);
            case FLOAT8E4M3FNUZ -> SmallFloat.E4M3FNUZ.value(low);
            case FLOAT8E5M2 -> SmallFloat.E5M2.value(low);
            case FLOAT8E5M2FNUZ -> SmallFloat.E5M2FNUZ.value(low);
            case FLOAT8E8M0 -> SmallFloat.powerOfTwo(low);
            case FLOAT4E2M1 -> SmallFloat.E2M1.value(low);
            default -> throw new IllegalStateException(this + " is no real number");
        };
    }
}
