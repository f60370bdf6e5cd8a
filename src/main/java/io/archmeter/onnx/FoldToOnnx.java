package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Fold;
import java.util.ArrayList;
import java.util.List;

/**
 * ONNX has {@code Col2Im} from its set of operators 18 on. Before, it is a transposed convolution in which each row of a column has
 * a kernel with a 1 for its own tap, and zeros for the others.
 */
final class FoldToOnnx implements Conversion<Fold> {
    @Override
    public void convert(Fold op, OnnxLayer layer) {
        List<Axis> axes = op.window().axes();
        Shape x = layer.inputShape();
        long channels = layer.output().channels();
        int taps = Math.toIntExact(x.channels() / channels);
        List<Long> maps = new ArrayList<>(List.of(x.batch(), x.channels()));
        List<Long> rest = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            long room = op.size().get(a) + 2L * axis.padBegin() - (axis.kernel() - 1L) * axis.dilation() - 1;
            maps.add(room / axis.stride() + 1);
            rest.add(room % axis.stride());
        }
        String columns = layer.step("maps", Call.of("Reshape", layer.input(), layer.constant("axes", maps)));
        Shape kernels =
                Shape.of(x.channels(), 1, axes.get(0).kernel(), axes.get(1).kernel());
        String own = layer.constant("taps", kernels, () -> oneForEachTap(Math.toIntExact(channels), taps));
        Call call = WindowAttributes.on(Call.of("ConvTranspose", columns, own), op.window());
        layer.result(WindowAttributes.dilated(call, op.window())
                .with("pads", WindowAttributes.pads(axes))
                .with("output_padding", rest)
                .with("group", channels));
    }

    private static float[] oneForEachTap(int channels, int taps) {
        float[] kernels = new float[Math.multiplyExact(channels, Math.multiplyExact(taps, taps))];
        for (int row = 0; row < channels * taps; row++) {
            kernels[row * taps + row % taps] = 1;
        }
        return kernels;
    }
}
