package io.archmeter.onnx;

import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import io.archmeter.op.Pad;
import io.archmeter.op.PaddingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** ONNX pads a convolution with zeros alone: what else is around the input is put there before. */
final class ConvToOnnx implements Conversion<Conv> {
    @Override
    public void convert(Conv op, OnnxLayer layer) {
        List<Axis> axes = op.window().axes();
        String input = layer.input();
        if (op.mode() != PaddingMode.CONSTANT) {
            input = layer.step("padded", PadToOnnx.call(around(axes, op.mode()), layer));
            axes = axes.stream().map(ConvToOnnx::bare).toList();
        }
        List<String> inputs = new ArrayList<>(List.of(input, layer.weight("weight")));
        if (op.bias()) {
            inputs.add(layer.weight("bias"));
        }
        Call conv = WindowAttributes.on(Call.of("Conv", inputs), op.window());
        layer.result(WindowAttributes.dilated(conv, op.window())
                .with("pads", WindowAttributes.pads(axes))
                .with("group", op.group()));
    }

    private static Pad around(List<Axis> axes, PaddingMode mode) {
        return new Pad(
                IntStream.range(2, 2 + axes.size()).boxed().toList(),
                axes.stream().map(Axis::padBegin).toList(),
                axes.stream().map(Axis::padEnd).toList(),
                mode,
                0);
    }

    private static Axis bare(Axis axis) {
        return new Axis(axis.kernel(), axis.stride(), 0, 0, axis.dilation());
    }
}
