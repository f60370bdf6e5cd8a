package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.onnx.infer.ElementwiseRules.Function;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Functions of elements that are known: whole numbers stay whole, as in ONNX. */
final class ElementArithmetic {
    private ElementArithmetic() {}

    static double real(FollowedElement element) {
        if (element instanceof FollowedElement.Real real) {
            return real.value();
        }
        return element instanceof FollowedElement.Whole whole ? whole.value() : 0;
    }

    static boolean isWhole(List<FollowedElement> elements) {
        return elements.stream().allMatch(FollowedElement.Whole.class::isInstance);
    }

    static long whole(FollowedElement element) {
        return element instanceof FollowedElement.Whole whole ? whole.value() : (long) real(element);
    }

    /** One of two numbers, or of more, from the left. */
    static Function folded(LongBinaryOperator wholes, DoubleBinaryOperator reals) {
        return elements -> {
            FollowedElement result = elements.get(0);
            for (FollowedElement next : elements.subList(1, elements.size())) {
                result = isWhole(List.of(result, next))
                        ? FollowedElement.of(wholes.applyAsLong(whole(result), whole(next)))
                        : FollowedElement.of(reals.applyAsDouble(real(result), real(next)));
            }
            return result;
        };
    }

    /** A function of one number. */
    static Function ofOne(LongUnaryOperator wholes, DoubleUnaryOperator reals) {
        return elements -> elements.get(0) instanceof FollowedElement.Whole whole
                ? FollowedElement.of(wholes.applyAsLong(whole.value()))
                : FollowedElement.of(reals.applyAsDouble(real(elements.get(0))));
    }

    /** A function of one real number. */
    static Function ofReal(DoubleUnaryOperator function) {
        return elements -> FollowedElement.of(function.applyAsDouble(real(elements.get(0))));
    }

    /** Whole numbers are divided towards zero ({@code Div} of ONNX on integers). */
    static long quotient(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("division by zero");
        }
        return dividend / divisor;
    }

    /**
     * A number as a type stores it. What a type of whole numbers cannot hold wraps around in one runtime and not in the other, and
     * fewer bits than 32 round in ways that nobody follows here: then it is not known.
     */
    static FollowedElement stored(DType type, FollowedElement element, Extent.Unknown origin) {
        if (element instanceof FollowedElement.Real real) {
            return switch (type) {
                case FLOAT64 -> real;
                case FLOAT32 -> FollowedElement.of((double) (float) real.value());
                case FLOAT16 -> isWholeWithin(real.value(), 1 << 11) ? real : new FollowedElement.Unknown(origin);
                case BFLOAT16 -> isWholeWithin(real.value(), 1 << 8) ? real : new FollowedElement.Unknown(origin);
                default -> new FollowedElement.Unknown(origin);
            };
        }
        if (element instanceof FollowedElement.Whole whole && type.isWhole()) {
            return holds(type, whole.value()) ? element : new FollowedElement.Unknown(origin);
        }
        return element;
    }

    static boolean isWholeWithin(double value, long bound) {
        return value == Math.rint(value) && Math.abs(value) <= bound;
    }

    private static boolean holds(DType type, long value) {
        if (type == DType.BOOL) {
            return value == 0 || value == 1;
        }
        boolean unsigned = isUnsigned(type);
        if (type.bits() == Long.SIZE) {
            return !unsigned || value >= 0;
        }
        long beyond = 1L << (unsigned ? type.bits() : type.bits() - 1);
        return value < beyond && value >= (unsigned ? 0 : -beyond);
    }

    static boolean isUnsigned(DType type) {
        return switch (type) {
            case UINT64, UINT32, UINT16, UINT8, UINT4, UINT2, BOOL -> true;
            default -> false;
        };
    }
}
