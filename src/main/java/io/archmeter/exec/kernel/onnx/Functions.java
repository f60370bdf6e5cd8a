package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.ErrorFunction;
import io.archmeter.exec.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Functions of one element, by the names of ONNX; the numbers that stand for absent attributes are those of its documentation. */
final class Functions {
    private static final double SELU_ALPHA = 1.6732631921768188;
    private static final double SELU_GAMMA = 1.0507010221481323;

    private Functions() {}

    /** The kernel of an operator that is one; empty where it is none. */
    static Optional<OnnxKernel> kernel(String type) {
        return of(type, new KernelSettings(Map.of()))
                .map(usual -> call -> apply(call, of(type, call.settings()).orElseThrow()));
    }

    static void apply(OnnxCall call, DoubleUnaryOperator function) {
        Tensor x = call.input(0);
        Tensor y = call.outputInPlace(x.shape());
        for (int i = 0; i < y.elements(); i++) {
            y.data()[y.offset() + i] = (float) function.applyAsDouble(x.data()[x.offset() + i]);
        }
    }

    /** {@code Clip}: a bound may be left out. */
    static void clip(OnnxCall call) {
        double least = call.number(1, Double.NEGATIVE_INFINITY);
        double most = call.number(2, Double.POSITIVE_INFINITY);
        apply(call, x -> Math.min(Math.max(x, least), most));
    }

    /** {@code IsInf}, of the signs that are asked for. */
    static void isInfinite(OnnxCall call) {
        boolean positive = call.settings().flag("detect_positive", true);
        boolean negative = call.settings().flag("detect_negative", true);
        apply(call, x -> Double.isInfinite(x) && (x > 0 ? positive : negative) ? 1 : 0);
    }

    /** The function of an operator of ONNX or of Microsoft's. */
    static Optional<DoubleUnaryOperator> of(String type, KernelSettings settings) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return Optional.ofNullable(
                switch (name) {
                    case "Abs" -> Math::abs;
                    case "Acos" -> Math::acos;
                    case "Acosh" -> x -> Math.log(x + Math.sqrt(x * x - 1));
                    case "Asin" -> Math::asin;
                    case "Asinh" -> x -> Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
                    case "Atan" -> Math::atan;
                    case "Atanh" -> x -> Math.log((1 + x) / (1 - x)) / 2;
                    case "BitwiseNot" -> x -> ~(long) x;
                    case "Ceil" -> Math::ceil;
                    case "Celu" -> celu(settings.real("alpha", 1));
                    case "Cos" -> Math::cos;
                    case "Cosh" -> Math::cosh;
                    case "Elu" -> elu(settings.real("alpha", 1));
                    case "Erf" -> ErrorFunction::of;
                    case "Exp" -> Math::exp;
                    case "FastGelu" -> Functions::tanhGelu;
                    case "Floor" -> Math::floor;
                    case "Gelu" ->
                        settings.text("approximate", "none").equals("tanh") ? Functions::tanhGelu : Functions::gelu;
                    case "HardSigmoid" -> hardSigmoid(settings.real("alpha", 0.2), settings.real("beta", 0.5));
                    case "HardSwish" -> x -> x * hardSigmoid(1.0 / 6, 0.5).applyAsDouble(x);
                    case "IsNaN" -> x -> Double.isNaN(x) ? 1 : 0;
                    case "LeakyRelu" -> leakyRelu(settings.real("alpha", 0.01));
                    case "Log" -> Math::log;
                    case "Mish" -> x -> x * Math.tanh(Math.log1p(Math.exp(x)));
                    case "Neg" -> x -> -x;
                    case "Not" -> x -> x == 0 ? 1 : 0;
                    case "QuickGelu" -> swish(settings.real("alpha", 1.702));
                    case "Reciprocal" -> x -> 1 / x;
                    case "Relu" -> x -> Math.max(0, x);
                    case "Round" -> Math::rint;
                    case "Selu" -> selu(settings.real("alpha", SELU_ALPHA), settings.real("gamma", SELU_GAMMA));
                    case "Shrink" -> shrink(settings.real("lambd", 0.5), settings.real("bias", 0));
                    case "Sigmoid" -> Functions::sigmoid;
                    case "Sign" -> Math::signum;
                    case "Sin" -> Math::sin;
                    case "Sinh" -> Math::sinh;
                    case "Softplus" -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
                    case "Softsign" -> x -> x / (1 + Math.abs(x));
                    case "Sqrt" -> Math::sqrt;
                    case "Swish" -> swish(settings.real("alpha", 1));
                    case "Tan" -> Math::tan;
                    case "Tanh" -> Math::tanh;
                    case "ThresholdedRelu" -> threshold(settings.real("alpha", 1));
                    default -> null;
                });
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double gelu(double x) {
        return x * (1 + ErrorFunction.of(x / Math.sqrt(2))) / 2;
    }

    /** Hendrycks and Gimpel 2016, arXiv:1606.08415. */
    static double tanhGelu(double x) {
        return x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))) / 2;
    }

    private static DoubleUnaryOperator swish(double alpha) {
        return x -> x * sigmoid(alpha * x);
    }

    private static DoubleUnaryOperator celu(double alpha) {
        return x -> Math.max(0, x) + Math.min(0, alpha * Math.expm1(x / alpha));
    }

    private static DoubleUnaryOperator elu(double alpha) {
        return x -> x < 0 ? alpha * Math.expm1(x) : x;
    }

    private static DoubleUnaryOperator selu(double alpha, double gamma) {
        return x -> gamma * (x > 0 ? x : alpha * Math.expm1(x));
    }

    static DoubleUnaryOperator hardSigmoid(double alpha, double beta) {
        return x -> Math.max(0, Math.min(1, alpha * x + beta));
    }

    static DoubleUnaryOperator leakyRelu(double alpha) {
        return x -> x < 0 ? alpha * x : x;
    }

    private static DoubleUnaryOperator shrink(double lambda, double bias) {
        return x -> x < -lambda ? x + bias : x > lambda ? x - bias : 0;
    }

    private static DoubleUnaryOperator threshold(double alpha) {
        return x -> x > alpha ? x : 0;
    }
}
