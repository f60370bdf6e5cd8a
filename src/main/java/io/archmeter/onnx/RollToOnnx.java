package io.archmeter.onnx;

import io.archmeter.op.Roll;

/** What leaves one end, before what stays. */
final class RollToOnnx implements Conversion<Roll> {
    @Override
    public void convert(Roll op, OnnxLayer layer) {
        String rolled = layer.input();
        for (int i = 0; i < op.axes().size(); i++) {
            int axis = op.axes().get(i);
            long extent = layer.inputShape().extent(axis);
            long stay = Math.floorMod(-op.shifts().get(i), extent);
            if (stay > 0) {
                String from = rolled;
                String leaving =
                        layer.step("leaving" + i, Slices.of(from, axis, stay, extent, 1, "leaving" + i, layer));
                String staying = layer.step("staying" + i, Slices.of(from, axis, 0, stay, 1, "staying" + i, layer));
                rolled = layer.step(
                        "rolled" + i, Call.of("Concat", leaving, staying).with("axis", axis));
            }
        }
        layer.result(Call.of("Identity", rolled));
    }
}
