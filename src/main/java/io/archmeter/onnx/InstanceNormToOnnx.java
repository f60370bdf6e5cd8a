package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.InstanceNorm;
import java.util.Arrays;

/** With running statistics it is a batch normalization at inference, as PyTorch exports it. */
final class InstanceNormToOnnx implements Conversion<InstanceNorm> {
    @Override
    public void convert(InstanceNorm op, OnnxLayer layer) {
        String scale = op.affine() ? layer.weight("weight") : vector("scale", 1, layer);
        String shift = op.affine() ? layer.weight("bias") : vector("shift", 0, layer);
        Call call = op.runningStatistics()
                ? Call.of(
                        "BatchNormalization",
                        layer.input(),
                        scale,
                        shift,
                        layer.weight("running_mean"),
                        layer.weight("running_var"))
                : Call.of("InstanceNormalization", layer.input(), scale, shift);
        layer.result(call.with("epsilon", op.epsilon()));
    }

    private static String vector(String name, float element, OnnxLayer layer) {
        long channels = layer.inputShape().channels();
        return layer.constant(name, Shape.of(channels), () -> {
            float[] elements = new float[Math.toIntExact(channels)];
            Arrays.fill(elements, element);
            return elements;
        });
    }
}
