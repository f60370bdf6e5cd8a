package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Unfold;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows and columns under all taps of all windows, which are not in the order of the columns yet: as PyTorch's own exporter
 * ({@code im2col} of {@code torch/onnx/symbolic_opset11.py}).
 */
final class UnfoldToOnnx implements Conversion<Unfold> {
    @Override
    public void convert(Unfold op, OnnxLayer layer) {
        List<Axis> axes = op.window().axes();
        Shape x = layer.inputShape();
        String taken = layer.step("padded", Pads.zeros(layer.input(), axes, layer));
        List<Long> divided = new ArrayList<>(List.of(x.batch(), x.channels()));
        for (int a = 0; a < axes.size(); a++) {
            List<Long> under = underTaps(axes.get(a), x.extent(2 + a));
            String name = List.of("rows", "columns").get(a);
            taken = layer.step(
                    name + "_under_taps",
                    Call.of("Gather", taken, layer.constant(name, under)).with("axis", 2L + a));
            divided.add((long) axes.get(a).kernel());
            divided.add((long) under.size() / axes.get(a).kernel());
        }
        Rearranged.result(taken, divided, List.of(0L, 1L, 2L, 4L, 3L, 5L), layer);
    }

    /** Places of the padded axis: for each tap those in all windows. */
    private static List<Long> underTaps(Axis axis, long extent) {
        List<Long> places = new ArrayList<>();
        long reach = (axis.kernel() - 1L) * axis.dilation();
        for (int tap = 0; tap < axis.kernel(); tap++) {
            for (long start = 0; start + reach < extent + 2L * axis.padBegin(); start += axis.stride()) {
                places.add(start + (long) tap * axis.dilation());
            }
        }
        return places;
    }
}
