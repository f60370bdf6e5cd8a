package io.archmeter.onnx;

import io.archmeter.op.Activation;
import java.util.List;

/** Most have a node of their own; what has none until a later set of operators is put together by its definition. */
final class ActivationToOnnx implements Conversion<Activation> {
    /** Beyond it, the softplus of a number in 32 bits is the number: exp(−17) is less than half of the last bit of 17. */
    private static final double ITSELF = 17;

    @Override
    public void convert(Activation op, OnnxLayer layer) {
        List<Double> constants = op.constants();
        String x = layer.input();
        layer.result(
                switch (op.function()) {
                    case RELU -> Call.of("Relu", x);
                    case RELU6 -> Call.of("Clip", x, layer.constant("min", 0.0), layer.constant("max", 6.0));
                    case LEAKYRELU -> Call.of("LeakyRelu", x).with("alpha", constants.get(0));
                    case ELU -> Call.of("Elu", x).with("alpha", constants.get(0));
                    case SELU -> Call.of("Selu", x);
                    case CELU -> Call.of("Celu", x).with("alpha", constants.get(0));
                    case SIGMOID -> Call.of("Sigmoid", x);
                    case SILU -> Call.of("Mul", x, layer.step("sigmoid", Call.of("Sigmoid", x)));
                    case MISH -> mish(layer);
                    case HARDSWISH -> Call.of("Mul", x, layer.step("hardsigmoid", hardSigmoid(x)));
                    case HARDSIGMOID -> hardSigmoid(x);
                    case HARDTANH ->
                        Call.of(
                                "Clip",
                                x,
                                layer.constant("min", constants.get(0)),
                                layer.constant("max", constants.get(1)));
                    case TANH -> Call.of("Tanh", x);
                    case SOFTPLUS -> softplus(constants.get(0), constants.get(1), layer);
                    case SOFTSIGN -> Call.of("Softsign", x);
                    case LOGSIGMOID -> logSigmoid(layer);
                    case THRESHOLD ->
                        Call.of(
                                "Where",
                                layer.step(
                                        "beyond", Call.of("Greater", x, layer.constant("threshold", constants.get(0)))),
                                x,
                                layer.constant("value", constants.get(1)));
                    case HARDSHRINK -> Call.of("Shrink", x).with("lambd", constants.get(0));
                    case SOFTSHRINK ->
                        Call.of("Shrink", x).with("lambd", constants.get(0)).with("bias", constants.get(0));
                    case TANHSHRINK -> Call.of("Sub", x, layer.step("tanh", Call.of("Tanh", x)));
                });
    }

    private static Call hardSigmoid(String x) {
        return Call.of("HardSigmoid", x).with("alpha", 1 / 6.0).with("beta", 0.5);
    }

    private static Call mish(OnnxLayer layer) {
        String softplus = layer.step("softplus", Call.of("Softplus", layer.input()));
        return Call.of("Mul", layer.input(), layer.step("tanh", Call.of("Tanh", softplus)));
    }

    private static Call softplus(double beta, double threshold, OnnxLayer layer) {
        if (beta == 1 && threshold >= ITSELF) {
            return Call.of("Softplus", layer.input());
        }
        String factor = layer.constant("beta", beta);
        String scaled = layer.step("scaled", Call.of("Mul", layer.input(), factor));
        String softplus = layer.step("softplus", Call.of("Softplus", scaled));
        String divided = layer.step("divided", Call.of("Div", softplus, factor));
        String beyond = layer.step("beyond", Call.of("Greater", scaled, layer.constant("threshold", threshold)));
        return Call.of("Where", beyond, layer.input(), divided);
    }

    /** −softplus(−x), which stays finite where the sigmoid is too small for a number. */
    private static Call logSigmoid(OnnxLayer layer) {
        String negative = layer.step("negative", Call.of("Neg", layer.input()));
        return Call.of("Neg", layer.step("softplus", Call.of("Softplus", negative)));
    }
}
