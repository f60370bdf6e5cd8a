package io.archmeter.onnx;

import io.archmeter.op.Activation;

final class ActivationToOnnx implements Conversion<Activation> {
    @Override
    public void convert(Activation op, OnnxLayer layer) {
        layer.result(Call.of(type(op.function()), layer.input()));
    }

    private static String type(Activation.Function function) {
        return switch (function) {
            case RELU -> "Relu";
            case SIGMOID -> "Sigmoid";
        };
    }
}
