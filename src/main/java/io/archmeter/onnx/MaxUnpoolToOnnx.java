package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.MaxUnpool;
import io.archmeter.op.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Places in one map become those among all maps. The size of a map follows from the window: ONNX Runtime and ONNX's own tests differ about
 * what places mean where a size is given.
 */
final class MaxUnpoolToOnnx implements Conversion<MaxUnpool> {
    @Override
    public void convert(MaxUnpool op, OnnxLayer layer) {
        PoolWindows.requireFewAxes(op.window());
        Shape y = layer.output();
        long positions = y.spatial().stream().reduce(1L, Math::multiplyExact);
        List<Long> begins = new ArrayList<>();
        for (long map = 0; map < y.batch() * y.channels(); map++) {
            begins.add(map * positions);
        }
        List<Long> maps = new ArrayList<>(List.of(y.batch(), y.channels()));
        maps.addAll(Collections.nCopies(y.spatialRank(), 1L));
        String each = layer.step(
                "begins", Call.of("Reshape", layer.constant("numbers", begins), layer.constant("maps", maps)));
        String places = layer.step("places", Call.of("Add", layer.inputs().get(1), each));
        List<Axis> axes = axes(op, layer.inputShape(), y);
        Call call = WindowAttributes.on(Call.of("MaxUnpool", layer.input(), places), new Window(axes));
        layer.result(call.with("pads", WindowAttributes.pads(axes)));
    }

    /**
     * Windows that end where the maps do: the kernel less the padding is what is left beyond the strides. ONNX Runtime takes padding that is
     * smaller than the kernel, on both sides.
     */
    private static List<Axis> axes(MaxUnpool op, Shape x, Shape y) {
        List<Axis> axes = new ArrayList<>();
        for (int a = 0; a < y.spatialRank(); a++) {
            Axis axis = op.window().axes().get(a);
            int rest = Math.toIntExact(y.extent(2 + a) - (x.extent(2 + a) - 1) * axis.stride());
            int kernel = Math.max(axis.kernel(), Math.max(rest, 2 - rest));
            int padding = kernel - rest;
            axes.add(new Axis(kernel, axis.stride(), padding / 2, padding - padding / 2, 1));
        }
        return axes;
    }
}
