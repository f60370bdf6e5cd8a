package io.archmeter.onnx.infer;

import static io.archmeter.onnx.infer.ElementwiseRules.costs;
import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.onnx.infer.ElementwiseRules.Function;
import io.archmeter.op.ElementaryOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/** Functions of two elements, or of more, one from each input; inputs are stretched to each other. */
final class FunctionsOfTwo {
    private FunctionsOfTwo() {}

    static NodeRule of(String operator) {
        return switch (operator) {
            case "Add" -> ElementwiseRules.of(costs(ADD), ElementArithmetic.folded(Math::addExact, (a, b) -> a + b));
            case "And" -> truths((a, b) -> a & b);
            case "BitShift" -> FunctionsOfTwo::shift;
            case "BitwiseAnd" -> ElementwiseRules.of(costs(COMPARE), bits((a, b) -> a & b));
            case "BitwiseOr" -> ElementwiseRules.of(costs(COMPARE), bits((a, b) -> a | b));
            case "BitwiseXor" -> ElementwiseRules.of(costs(COMPARE), bits((a, b) -> a ^ b));
            case "Div" ->
                ElementwiseRules.of(
                        costs(DIVIDE), ElementArithmetic.folded(ElementArithmetic::quotient, (a, b) -> a / b));
            case "Equal" -> ElementwiseRules.toTruth(costs(COMPARE), FunctionsOfTwo::equal);
            case "Greater" -> comparison(order -> order > 0);
            case "GreaterOrEqual" -> comparison(order -> order >= 0);
            case "Less" -> comparison(order -> order < 0);
            case "LessOrEqual" -> comparison(order -> order <= 0);
            case "Max" -> ElementwiseRules.ofAll(COMPARE, ElementArithmetic.folded(Math::max, Math::max));
            case "Mean" -> FunctionsOfTwo::mean;
            case "Min" -> ElementwiseRules.ofAll(COMPARE, ElementArithmetic.folded(Math::min, Math::min));
            case "Mod" -> FunctionsOfTwo::modulo;
            case "Mul" ->
                ElementwiseRules.of(costs(MULTIPLY), ElementArithmetic.folded(Math::multiplyExact, (a, b) -> a * b));
            case "Or" -> truths((a, b) -> a | b);
            case "Pow" -> ElementwiseRules.of(costs(POWER), FunctionsOfTwo::power);
            case "Sub" ->
                ElementwiseRules.of(costs(ADD), ElementArithmetic.folded(Math::subtractExact, (a, b) -> a - b));
            case "Sum" -> ElementwiseRules.ofAll(ADD, ElementArithmetic.folded(Math::addExact, (a, b) -> a + b));
            case "Xor" -> truths((a, b) -> a ^ b);
            default -> throw new IllegalArgumentException("no function of two elements: " + operator);
        };
    }

    private static Function bits(LongBinaryOperator function) {
        return elements -> FollowedElement.of(function.applyAsLong(
                ElementArithmetic.whole(elements.get(0)), ElementArithmetic.whole(elements.get(1))));
    }

    private static NodeRule truths(LongBinaryOperator function) {
        return ElementwiseRules.toTruth(costs(COMPARE), bits(function));
    }

    private static NodeRule comparison(IntPredicate holds) {
        return ElementwiseRules.toTruth(costs(COMPARE), elements -> {
            FollowedElement one = elements.get(0);
            FollowedElement other = elements.get(1);
            if (ElementArithmetic.isWhole(elements)) {
                return FollowedElement.of(
                        holds.test(Long.compare(ElementArithmetic.whole(one), ElementArithmetic.whole(other))));
            }
            double real = ElementArithmetic.real(one);
            double beside = ElementArithmetic.real(other);
            int order = real < beside ? -1 : real > beside ? 1 : 0;
            return FollowedElement.of(!Double.isNaN(real) && !Double.isNaN(beside) && holds.test(order));
        });
    }

    private static FollowedElement equal(List<FollowedElement> elements) {
        FollowedElement one = elements.get(0);
        FollowedElement other = elements.get(1);
        boolean numbers = !(one instanceof FollowedElement.Text) && !ElementArithmetic.isWhole(elements);
        return FollowedElement.of(
                numbers ? ElementArithmetic.real(one) == ElementArithmetic.real(other) : one.equals(other));
    }

    /** Bits that leave on the left are lost; a shift by as many as there are leaves none. */
    private static Outcome shift(NodeCall call) {
        boolean left = call.attributes().text("direction").orElse("").equals("LEFT");
        int bits = call.type(0).bits();
        Function function = bits((value, by) -> {
            if (bits == Long.SIZE && left || by < 0) {
                throw new ArithmeticException("64 bits without a sign are not followed");
            }
            long shifted = by >= bits ? 0 : left ? value << by : value >> by;
            return bits == Long.SIZE ? shifted : shifted & (1L << bits) - 1;
        });
        return ElementwiseRules.infer(call, costs(MULTIPLY), Optional.empty(), Optional.of(function));
    }

    /** A sum of all inputs, and a division. */
    private static Outcome mean(NodeCall call) {
        Map<ElementaryOperation, Long> costs = new HashMap<>(Map.of(DIVIDE, 1L));
        costs.put(ADD, call.facts().size() - 1L);
        return ElementwiseRules.infer(call, costs, Optional.empty(), Optional.empty());
    }

    /** The remainder has the sign of the divisor, as in Python; with {@code fmod} that of the dividend, as in C. */
    private static Outcome modulo(NodeCall call) {
        boolean likeC = call.attributes().flag("fmod");
        Function function = ElementArithmetic.folded(
                (a, b) -> {
                    ElementArithmetic.quotient(a, b);
                    return likeC ? a % b : Math.floorMod(a, b);
                },
                (a, b) -> {
                    if (!likeC) {
                        throw new ArithmeticException("real numbers have a remainder as in C alone");
                    }
                    return a % b;
                });
        return ElementwiseRules.infer(call, costs(DIVIDE), Optional.empty(), Optional.of(function));
    }

    /** Followed where it is exact: whole numbers raised to small ones that are not negative, and roots of squares. */
    private static FollowedElement power(List<FollowedElement> elements) {
        double base = ElementArithmetic.real(elements.get(0));
        double exponent = ElementArithmetic.real(elements.get(1));
        if (exponent == 0.5 && elements.get(0) instanceof FollowedElement.Real) {
            return root(base);
        }
        if (!ElementArithmetic.isWholeWithin(exponent, 63)
                || exponent < 0
                || !ElementArithmetic.isWholeWithin(base, 1L << 52)) {
            throw new ArithmeticException("the last bit of a power is not followed");
        }
        long power = 1;
        for (int factor = 0; factor < exponent; factor++) {
            power = Math.multiplyExact(power, (long) base);
        }
        if (elements.get(0) instanceof FollowedElement.Whole) {
            return FollowedElement.of(power);
        }
        if (!ElementArithmetic.isWholeWithin(power, 1L << 24)) {
            throw new ArithmeticException("the last bit of a power is not followed");
        }
        return FollowedElement.of((double) power);
    }

    /** Of a whole number; where it is one itself no runtime rounds it. */
    private static FollowedElement root(double square) {
        double root = Math.sqrt(square);
        if (!ElementArithmetic.isWholeWithin(root, 1 << 12) || root * root != square) {
            throw new ArithmeticException("the last bit of a root is not followed");
        }
        return FollowedElement.of(root);
    }
}
