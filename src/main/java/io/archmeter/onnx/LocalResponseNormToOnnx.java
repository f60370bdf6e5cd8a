package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.LocalResponseNorm;
import java.util.List;

/**
 * ONNX Runtime has {@code LRN} for images and odd sizes alone, and of even sizes ONNX has another window than PyTorch. All else is
 * put together as PyTorch does it: the mean of the squares is an average pool over the channels.
 */
final class LocalResponseNormToOnnx implements Conversion<LocalResponseNorm> {
    private static final int IMAGE = 4;

    @Override
    public void convert(LocalResponseNorm op, OnnxLayer layer) {
        if (layer.inputShape().rank() == IMAGE && op.size() % 2 == 1) {
            layer.result(Call.of("LRN", layer.input())
                    .with("size", op.size())
                    .with("alpha", op.alpha())
                    .with("beta", op.beta())
                    .with("bias", op.bias()));
            return;
        }
        String mean = layer.step("mean", meanOfSquares(op, layer));
        String shaped = layer.step("shaped", reshaped(mean, "shape", layer.inputShape(), layer));
        String scaled = layer.step("scaled", Call.of("Mul", shaped, layer.constant("alpha", op.alpha())));
        String shifted = layer.step("shifted", Call.of("Add", scaled, layer.constant("bias", op.bias())));
        String divisor = layer.step("divisor", Call.of("Pow", shifted, layer.constant("beta", op.beta())));
        layer.result(Call.of("Div", layer.input(), divisor));
    }

    /** Over N×1×C×(all other axes), so that the channels are an axis to slide along. */
    private static Call meanOfSquares(LocalResponseNorm op, OnnxLayer layer) {
        Shape x = layer.inputShape();
        Shape image = Shape.of(x.batch(), 1, x.channels(), new Shape(x.spatial()).elements());
        long before = op.window() == LocalResponseNorm.Neighbours.ONNX ? (op.size() - 1) / 2 : op.size() / 2;
        String squared = layer.step("squared", Call.of("Mul", layer.input(), layer.input()));
        return Call.of("AveragePool", layer.step("channels", reshaped(squared, "image", image, layer)))
                .with("kernel_shape", List.of(op.size(), 1L))
                .with("pads", List.of(before, 0L, op.size() - 1 - before, 0L))
                .with("count_include_pad", 1);
    }

    private static Call reshaped(String input, String name, Shape shape, OnnxLayer layer) {
        return Call.of("Reshape", input, layer.constant(name, shape.extents()));
    }
}
