package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.BatchNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Without running statistics, PyTorch normalizes by those of the batch itself at inference as well. */
final class BatchNormToOnnx implements Conversion<BatchNorm> {
    @Override
    public void convert(BatchNorm op, OnnxLayer layer) {
        String scale = op.affine() ? layer.weight("weight") : vector("scale", 1, layer);
        String shift = op.affine() ? layer.weight("bias") : vector("shift", 0, layer);
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
        layer.result(
                normalized(op, centered, scale, shift, vector("zeros", 0, layer), layer.step("variance", variance)));
    }

    private static Call normalized(
            BatchNorm op, String input, String scale, String shift, String mean, String variance) {
        return Call.of("BatchNormalization", input, scale, shift, mean, variance)
                .with("epsilon", op.epsilon());
    }

    private static String vector(String name, float element, OnnxLayer layer) {
        long channels = layer.inputShape().channels();
        return layer.constant(name, Shape.of(channels), () -> {
            float[] elements = new float[Math.toIntExact(channels)];
            Arrays.fill(elements, element);
            return elements;
        });
    }

    private static List<Long> allButChannels(OnnxLayer layer) {
        List<Long> axes = new ArrayList<>(List.of(0L));
        for (long axis = 2; axis < layer.inputShape().rank(); axis++) {
            axes.add(axis);
        }
        return axes;
    }
}
