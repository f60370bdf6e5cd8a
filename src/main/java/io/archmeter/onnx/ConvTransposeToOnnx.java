package io.archmeter.onnx;

import io.archmeter.op.Axis;
import io.archmeter.op.ConvTranspose;
import java.util.ArrayList;
import java.util.List;

/** ONNX Runtime takes no output padding as large as the stride. There, zeros after the input make as much room, and more is cut off. */
final class ConvTransposeToOnnx implements Conversion<ConvTranspose> {
    @Override
    public void convert(ConvTranspose op, OnnxLayer layer) {
        List<Axis> axes = op.window().axes();
        List<Integer> more = op.outputPadding();
        boolean room = false;
        for (int a = 0; a < axes.size(); a++) {
            room |= more.get(a) >= axes.get(a).stride();
        }
        if (!room) {
            layer.result(call(op, layer.input(), axes, layer)
                    .with("output_padding", more.stream().map(Long::valueOf).toList()));
            return;
        }
        List<Axis> zeros = new ArrayList<>();
        List<Axis> cut = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            int after = (more.get(a) + axis.stride() - 1) / axis.stride();
            int end = axis.padEnd() - more.get(a) + after * axis.stride();
            zeros.add(new Axis(1, 1, 0, after, 1));
            cut.add(new Axis(axis.kernel(), axis.stride(), axis.padBegin(), end, axis.dilation()));
        }
        String input = layer.step("padded", Pads.zeros(layer.input(), zeros, layer));
        layer.result(call(op, input, cut, layer));
    }

    private static Call call(ConvTranspose op, String input, List<Axis> axes, OnnxLayer layer) {
        List<String> inputs = new ArrayList<>(List.of(input, layer.weight("weight")));
        if (op.bias()) {
            inputs.add(layer.weight("bias"));
        }
        Call call = WindowAttributes.on(Call.of("ConvTranspose", inputs), op.window());
        return WindowAttributes.dilated(call, op.window())
                .with("pads", WindowAttributes.pads(axes))
                .with("group", op.group());
    }
}
