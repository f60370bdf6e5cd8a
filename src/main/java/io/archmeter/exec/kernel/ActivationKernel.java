package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Activation;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A function of one number, for each element. Those that networks have most have loops of their own. */
final class ActivationKernel implements Kernel<Activation> {
    @Override
    public Pass prepare(Activation op, List<Shape> inputs, Weights weights) {
        return switch (op.function()) {
            case RELU ->
                EachElement.of((y, begin, end) -> {
                    for (int i = begin; i < end; i++) {
                        y[i] = Math.max(y[i], 0);
                    }
                });
            case RELU6 ->
                EachElement.of((y, begin, end) -> {
                    for (int i = begin; i < end; i++) {
                        y[i] = Math.min(Math.max(y[i], 0), 6);
                    }
                });
            case SIGMOID ->
                EachElement.of((y, begin, end) -> {
                    for (int i = begin; i < end; i++) {
                        y[i] = (float) (1 / (1 + Math.exp(-y[i])));
                    }
                });
            default -> EachElement.of(function(op.function(), op.constants()));
        };
    }

    private static DoubleUnaryOperator function(Activation.Function function, List<Double> constants) {
        double first = constants.isEmpty() ? 0 : constants.get(0);
        double second = constants.size() < 2 ? 0 : constants.get(1);
        return switch (function) {
            case RELU -> x -> Math.max(x, 0);
            case RELU6 -> x -> Math.min(Math.max(x, 0), 6);
            case LEAKYRELU -> x -> x > 0 ? x : first * x;
            case ELU -> x -> x > 0 ? x : first * Math.expm1(x);
            case SELU -> ActivationKernel::selu;
            case CELU -> x -> x > 0 ? x : first * Math.expm1(x / first);
            case SIGMOID -> ActivationKernel::sigmoid;
            case SILU -> x -> x * sigmoid(x);
            case MISH -> x -> x * Math.tanh(softplus(x));
            case HARDSWISH -> x -> x * hardSigmoid(x);
            case HARDSIGMOID -> ActivationKernel::hardSigmoid;
            case HARDTANH -> x -> Math.min(Math.max(x, first), second);
            case TANH -> Math::tanh;
            case SOFTPLUS -> x -> first * x > second ? x : softplus(first * x) / first;
            case SOFTSIGN -> x -> x / (1 + Math.abs(x));
            case LOGSIGMOID -> x -> -softplus(-x);
            case THRESHOLD -> x -> x > first ? x : second;
            case HARDSHRINK -> x -> x > first || x < -first ? x : 0;
            case SOFTSHRINK -> x -> x > first ? x - first : x < -first ? x + first : 0;
            case TANHSHRINK -> x -> x - Math.tanh(x);
        };
    }

    /** The constants of Klambauer et al. 2017, arXiv:1706.02515, as PyTorch has them. */
    private static double selu(double x) {
        double alpha = 1.6732632423543772;
        double scale = 1.0507009873554805;
        return x > 0 ? scale * x : scale * alpha * Math.expm1(x);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Of a large number, whose exponential would overflow, it is the number itself. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double hardSigmoid(double x) {
        return Math.min(Math.max(x + 3, 0), 6) / 6;
    }
}
