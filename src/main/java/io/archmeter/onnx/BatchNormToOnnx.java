package io.archmeter.onnx;

import io.archmeter.op.BatchNorm;
import java.util.ArrayList;
import java.util.List;

/** Without running statistics, PyTorch normalizes by those of the batch itself at inference as well. */
final class BatchNormToOnnx implements Conversion<BatchNorm> {
    @Override
    public void convert(BatchNorm op, OnnxLayer layer) {
        long channels = layer.inputShape().channels();
        String scale = op.affine() ? layer.weight("weight") : layer.filled("scale", 1, channels);
        String shift = op.affine() ? layer.weight("bias") : layer.filled("shift", 0, channels);
        if (op.runningStatistics()) {
            String mean = layer.weight("running_mean");
            String variance = layer.weight("running_var");
            layer.result(normalized(op, layer.input(), scale, shift, mean, variance));
            return;
        }
        Call mean = Call.of("ReduceMean", layer.input()).with("axes", allButChannels(layer));
        String centered = layer.step("centered", Call.of("Sub", layer.input(), layer.step("mean", mean)));
        Call variance = Call.of("ReduceMean", layer.step("squared", Call.of("Mul", centered, centered)))
                .with("axes", allButChannels(layer))
                .with("keepdims", 0);
        layer.result(normalized(
                op, centered, scale, shift, layer.filled("zeros", 0, channels), layer.step("variance", variance)));
    }

    private static Call normalized(
            BatchNorm op, String input, String scale, String shift, String mean, String variance) {
        return Call.of("BatchNormalization", input, scale, shift, mean, variance)
                .with("epsilon", op.epsilon());
    }

    private static List<Long> allButChannels(OnnxLayer layer) {
        List<Long> axes = new ArrayList<>(List.of(0L));
        for (long axis = 2; axis < layer.inputShape().rank(); axis++) {
            axes.add(axis);
        }
        return axes;
    }
}
