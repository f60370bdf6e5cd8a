package io.archmeter.onnx.infer;

import io.archmeter.onnx.infer.Elementwise.Function;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Functions of elements that are known: whole numbers stay whole, as in ONNX. */
final class Arithmetic {
    private Arithmetic() {}

    static double real(Element element) {
        if (element instanceof Element.Real real) {
            return real.value();
        }
        return element instanceof Element.Whole whole ? whole.value() : 0;
    }

    static boolean isWhole(List<Element> elements) {
        return elements.stream().allMatch(Element.Whole.class::isInstance);
    }

    static long whole(Element element) {
        return element instanceof Element.Whole whole ? whole.value() : (long) real(element);
    }

    /** One of two numbers, or of more, from the left. */
    static Function folded(LongBinaryOperator wholes, DoubleBinaryOperator reals) {
        return elements -> {
            Element result = elements.get(0);
            for (Element next : elements.subList(1, elements.size())) {
                result = isWhole(List.of(result, next))
                        ? Element.of(wholes.applyAsLong(whole(result), whole(next)))
                        : Element.of((float) reals.applyAsDouble(real(result), real(next)));
            }
            return result;
        };
    }

    /** A function of one real number, in 32 bits as most networks have it. */
    static Function ofReal(DoubleUnaryOperator function) {
        return elements -> Element.of((double) (float) function.applyAsDouble(real(elements.get(0))));
    }

    /** Whole numbers are divided towards zero ({@code Div} of ONNX on integers). */
    static long quotient(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("division by zero");
        }
        return dividend / divisor;
    }
}
