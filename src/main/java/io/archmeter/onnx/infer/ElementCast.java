package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import java.util.Optional;

/** An element as another type has it. Empty where no rule says what comes out, or where it would have to be rounded to few bits. */
final class ElementCast {
    private ElementCast() {}

    static Optional<FollowedElement> of(FollowedElement element, DType from, DType to) {
        if (element instanceof FollowedElement.Unknown || from == to) {
            return Optional.of(element);
        }
        if (element instanceof FollowedElement.Text text) {
            return parsed(text.value(), to);
        }
        if (from == DType.UINT64 && !to.isWhole() && ElementArithmetic.whole(element) < 0) {
            return Optional.empty();
        }
        if (to == DType.STRING) {
            return element instanceof FollowedElement.Whole whole && from != DType.BOOL
                    ? Optional.of(new FollowedElement.Text(String.valueOf(whole.value())))
                    : Optional.empty();
        }
        if (to == DType.BOOL) {
            return Optional.of(FollowedElement.of(ElementArithmetic.real(element) != 0));
        }
        return to.isWhole() ? whole(element, to) : real(element, to);
    }

    private static Optional<FollowedElement> parsed(String text, DType to) {
        try {
            return switch (to) {
                case INT64, INT32 -> Optional.of(FollowedElement.of(Long.parseLong(text.trim())));
                case FLOAT64 -> Optional.of(FollowedElement.of(Double.parseDouble(text.trim())));
                case FLOAT32 -> Optional.of(FollowedElement.of((double) Float.parseFloat(text.trim())));
                default -> Optional.empty();
            };
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Whole numbers keep their lowest bits; real ones lose their fraction, and have to fit. */
    private static Optional<FollowedElement> whole(FollowedElement element, DType to) {
        if (element instanceof FollowedElement.Whole whole) {
            return Optional.of(FollowedElement.of(wrapped(whole.value(), to)));
        }
        double real = ElementArithmetic.real(element);
        long cut = (long) real;
        boolean fits = !Double.isNaN(real)
                && Math.abs(real) < 0x1p63
                && wrapped(cut, to) == cut
                && (cut >= 0 || to != DType.UINT64);
        return fits ? Optional.of(FollowedElement.of(cut)) : Optional.empty();
    }

    private static long wrapped(long value, DType to) {
        int above = Long.SIZE - to.bits();
        return switch (to) {
            case UINT2, UINT4, UINT8, UINT16, UINT32, UINT64 -> value << above >>> above;
            default -> value << above >> above;
        };
    }

    private static Optional<FollowedElement> real(FollowedElement element, DType to) {
        double real = ElementArithmetic.real(element);
        return switch (to) {
            case FLOAT64 -> Optional.of(FollowedElement.of(real));
            case FLOAT32 ->
                Optional.of(FollowedElement.of((double)
                        (element instanceof FollowedElement.Whole whole ? (float) whole.value() : (float) real)));
            case FLOAT16 -> exactly(real, 11, 65_504);
            case BFLOAT16 -> exactly(real, 8, Float.MAX_VALUE);
            default -> Optional.empty();
        };
    }

    /** A number that a type with so many significant bits has. */
    private static Optional<FollowedElement> exactly(double real, int significantBits, double largest) {
        boolean zero = real == 0;
        double unit = zero ? 1 : Math.scalb(1.0, Math.getExponent(real) - significantBits + 1);
        boolean fits =
                zero || Math.abs(real) <= largest && Math.abs(real) >= 0x1p-14 && Math.rint(real / unit) * unit == real;
        return fits ? Optional.of(FollowedElement.of(real)) : Optional.empty();
    }
}
