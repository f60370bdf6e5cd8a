package io.archmeter.onnx.infer;

import static io.archmeter.onnx.infer.ElementwiseRules.costs;
import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.ERROR_FUNCTION;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;
import static io.archmeter.op.ElementaryOperation.SINE;

import io.archmeter.graph.DType;
import io.archmeter.onnx.infer.ElementwiseRules.Function;
import io.archmeter.op.ElementaryOperation;
import java.util.Map;
import java.util.Optional;

/**
 * Mathematical functions of one element, in any shape. Elements are followed where every runtime computes the same: not through
 * exponentials, logarithms and angles, whose last bit differs.
 */
final class FunctionsOfOne {
    private FunctionsOfOne() {}

    static NodeRule of(String operator) {
        return switch (operator) {
            case "Abs" -> ElementwiseRules.of(costs(COMPARE), ElementArithmetic.ofOne(Math::absExact, Math::abs));
            // What ONNX called experimental up to version 1.4, and CoreML's converter wrote.
            case "Affine", "ImageScaler" -> ElementwiseRules.of(costs(MULTIPLY, ADD));
            case "ParametricSoftplus" -> ElementwiseRules.of(costs(MULTIPLY, EXPONENTIAL, ADD, LOGARITHM, MULTIPLY));
            case "Scale" -> ElementwiseRules.of(costs(MULTIPLY));
            case "ScaledTanh" ->
                ElementwiseRules.of(costs(MULTIPLY, EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE, MULTIPLY));
            // An angle of a sine is taken for a sine.
            case "Acos", "Asin", "Atan", "Cos", "Sin" -> ElementwiseRules.of(costs(SINE));
            // log(x + √(x² ± 1))
            case "Acosh", "Asinh" -> ElementwiseRules.of(costs(MULTIPLY, ADD, POWER, ADD, LOGARITHM));
            // log((1 + x) / (1 − x)) / 2
            case "Atanh" -> ElementwiseRules.of(costs(ADD, ADD, DIVIDE, LOGARITHM, DIVIDE));
            case "BitwiseNot" ->
                call -> ElementwiseRules.infer(call, Map.of(), Optional.empty(), Optional.of(complement(call.type(0))));
            case "Ceil" -> ElementwiseRules.of(costs(COMPARE), ElementArithmetic.ofReal(Math::ceil));
            // (exp(x) ± exp(−x)) / 2
            case "Cosh", "Sinh" -> ElementwiseRules.of(costs(EXPONENTIAL, EXPONENTIAL, ADD, DIVIDE));
            case "Erf" -> ElementwiseRules.of(costs(ERROR_FUNCTION));
            case "Exp" -> ElementwiseRules.of(costs(EXPONENTIAL));
            case "Floor" -> ElementwiseRules.of(costs(COMPARE), ElementArithmetic.ofReal(Math::floor));
            case "IsInf" -> FunctionsOfOne::isInfinite;
            case "IsNaN" ->
                ElementwiseRules.toTruth(
                        costs(COMPARE),
                        elements -> FollowedElement.of(Double.isNaN(ElementArithmetic.real(elements.get(0)))));
            case "Log" -> ElementwiseRules.of(costs(LOGARITHM));
            case "Neg" -> ElementwiseRules.of(Map.of(), ElementArithmetic.ofOne(Math::negateExact, value -> -value));
            case "Not" ->
                ElementwiseRules.toTruth(
                        Map.of(), elements -> FollowedElement.of(ElementArithmetic.whole(elements.get(0)) == 0));
            case "Reciprocal" -> ElementwiseRules.of(costs(DIVIDE), ElementArithmetic.ofReal(value -> 1 / value));
            case "Round" -> ElementwiseRules.of(costs(COMPARE), ElementArithmetic.ofReal(Math::rint));
            case "Sign" ->
                ElementwiseRules.of(costs(COMPARE, COMPARE), ElementArithmetic.ofOne(Long::signum, Math::signum));
            case "Sqrt" -> ElementwiseRules.of(costs(POWER), ElementArithmetic.ofReal(Math::sqrt));
            case "Tan" -> ElementwiseRules.of(costs(SINE, SINE, DIVIDE));
            case "Tanh" -> ElementwiseRules.of(costs(EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE));
            default -> throw new IllegalArgumentException("no function of one element: " + operator);
        };
    }

    private static Function complement(DType type) {
        return elements -> {
            long value = ElementArithmetic.whole(elements.get(0));
            boolean narrow = ElementArithmetic.isUnsigned(type) && type.bits() < Long.SIZE;
            return FollowedElement.of(narrow ? ~value & (1L << type.bits()) - 1 : ~value);
        };
    }

    /** A comparison for each of both infinities that it looks for. */
    private static Outcome isInfinite(NodeCall call) {
        boolean negative = call.attributes().whole("detect_negative", 1) != 0;
        boolean positive = call.attributes().whole("detect_positive", 1) != 0;
        Function function = elements -> {
            double value = ElementArithmetic.real(elements.get(0));
            return FollowedElement.of(
                    negative && value == Double.NEGATIVE_INFINITY || positive && value == Double.POSITIVE_INFINITY);
        };
        Map<ElementaryOperation, Long> costs = Map.of(COMPARE, (negative ? 1L : 0) + (positive ? 1 : 0));
        return ElementwiseRules.infer(call, costs, Optional.of(DType.BOOL), Optional.of(function));
    }
}
