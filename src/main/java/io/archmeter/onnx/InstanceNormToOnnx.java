package io.archmeter.onnx;

import io.archmeter.op.InstanceNorm;

/** With running statistics it is a batch normalization at inference, as PyTorch exports it. */
final class InstanceNormToOnnx implements Conversion<InstanceNorm> {
    @Override
    public void convert(InstanceNorm op, OnnxLayer layer) {
        long channels = layer.inputShape().channels();
        String scale = op.affine() ? layer.weight("weight") : layer.filled("scale", 1, channels);
        String shift = op.affine() ? layer.weight("bias") : layer.filled("shift", 0, channels);
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
}
