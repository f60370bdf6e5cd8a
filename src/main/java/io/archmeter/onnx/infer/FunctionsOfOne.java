package io.archmeter.onnx.infer;

import static io.archmeter.onnx.infer.Elementwise.costs;
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
import io.archmeter.onnx.infer.Elementwise.Function;
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
            case "Abs" -> Elementwise.of(costs(COMPARE), Arithmetic.ofOne(Math::absExact, Math::abs));
            // What ONNX called experimental up to version 1.4, and CoreML's converter wrote.
            case "Affine", "ImageScaler" -> Elementwise.of(costs(MULTIPLY, ADD));
            case "ParametricSoftplus" -> Elementwise.of(costs(MULTIPLY, EXPONENTIAL, ADD, LOGARITHM, MULTIPLY));
            case "Scale" -> Elementwise.of(costs(MULTIPLY));
            case "ScaledTanh" -> Elementwise.of(costs(MULTIPLY, EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE, MULTIPLY));
            // An angle of a sine is taken for a sine.
            case "Acos", "Asin", "Atan", "Cos", "Sin" -> Elementwise.of(costs(SINE));
            // log(x + √(x² ± 1))
            case "Acosh", "Asinh" -> Elementwise.of(costs(MULTIPLY, ADD, POWER, ADD, LOGARITHM));
            // log((1 + x) / (1 − x)) / 2
            case "Atanh" -> Elementwise.of(costs(ADD, ADD, DIVIDE, LOGARITHM, DIVIDE));
            case "BitwiseNot" ->
                call -> Elementwise.infer(call, Map.of(), Optional.empty(), Optional.of(complement(call.type(0))));
            case "Ceil" -> Elementwise.of(costs(COMPARE), Arithmetic.ofReal(Math::ceil));
            // (exp(x) ± exp(−x)) / 2
            case "Cosh", "Sinh" -> Elementwise.of(costs(EXPONENTIAL, EXPONENTIAL, ADD, DIVIDE));
            case "Erf" -> Elementwise.of(costs(ERROR_FUNCTION));
            case "Exp" -> Elementwise.of(costs(EXPONENTIAL));
            case "Floor" -> Elementwise.of(costs(COMPARE), Arithmetic.ofReal(Math::floor));
            case "IsInf" -> FunctionsOfOne::isInfinite;
            case "IsNaN" ->
                Elementwise.toTruth(
                        costs(COMPARE), elements -> Element.of(Double.isNaN(Arithmetic.real(elements.get(0)))));
            case "Log" -> Elementwise.of(costs(LOGARITHM));
            case "Neg" -> Elementwise.of(Map.of(), Arithmetic.ofOne(Math::negateExact, value -> -value));
            case "Not" -> Elementwise.toTruth(Map.of(), elements -> Element.of(Arithmetic.whole(elements.get(0)) == 0));
            case "Reciprocal" -> Elementwise.of(costs(DIVIDE), Arithmetic.ofReal(value -> 1 / value));
            case "Round" -> Elementwise.of(costs(COMPARE), Arithmetic.ofReal(Math::rint));
            case "Sign" -> Elementwise.of(costs(COMPARE, COMPARE), Arithmetic.ofOne(Long::signum, Math::signum));
            case "Sqrt" -> Elementwise.of(costs(POWER), Arithmetic.ofReal(Math::sqrt));
            case "Tan" -> Elementwise.of(costs(SINE, SINE, DIVIDE));
            case "Tanh" -> Elementwise.of(costs(EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE));
            default -> throw new IllegalArgumentException("no function of one element: " + operator);
        };
    }

    private static Function complement(DType type) {
        return elements -> {
            long value = Arithmetic.whole(elements.get(0));
            boolean narrow = Arithmetic.isUnsigned(type) && type.bits() < Long.SIZE;
            return Element.of(narrow ? ~value & (1L << type.bits()) - 1 : ~value);
        };
    }

    /** A comparison for each of both infinities that it looks for. */
    private static Outcome isInfinite(NodeCall call) {
        boolean negative = call.attributes().whole("detect_negative", 1) != 0;
        boolean positive = call.attributes().whole("detect_positive", 1) != 0;
        Function function = elements -> {
            double value = Arithmetic.real(elements.get(0));
            return Element.of(
                    negative && value == Double.NEGATIVE_INFINITY || positive && value == Double.POSITIVE_INFINITY);
        };
        Map<ElementaryOperation, Long> costs = Map.of(COMPARE, (negative ? 1L : 0) + (positive ? 1 : 0));
        return Elementwise.infer(call, costs, Optional.of(DType.BOOL), Optional.of(function));
    }
}
