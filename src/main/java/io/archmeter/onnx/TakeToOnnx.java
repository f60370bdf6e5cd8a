package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Take;
import java.util.ArrayList;
import java.util.List;

/** A batch of 1 is taken off, of the table or else of the indices; where both have one, they are gathered sample by sample. */
final class TakeToOnnx implements Conversion<Take> {
    @Override
    public void convert(Take op, OnnxLayer layer) {
        String table = layer.inputs().get(0);
        String index = layer.inputs().get(1);
        Shape ofTable = layer.inputShapes().get(0);
        Shape ofIndex = layer.inputShapes().get(1);
        if (ofTable.batch() == 1) {
            String rows = shaped("rows", table, ofTable.sample().extents(), layer);
            layer.result(Call.of("Gather", rows, index).with("axis", 0));
        } else if (ofIndex.batch() == 1) {
            String places = shaped("places", index, ofIndex.sample().extents(), layer);
            layer.result(Call.of("Gather", table, places).with("axis", 1));
        } else {
            List<Long> extents = new ArrayList<>(ofIndex.extents());
            extents.add(1L);
            String whole = layer.step("whole", Call.cast(index, ElementType.INT64));
            String places = shaped("places", whole, extents, layer);
            layer.result(Call.of("GatherND", table, places).with("batch_dims", 1));
        }
    }

    private static String shaped(String name, String value, List<Long> extents, OnnxLayer layer) {
        return layer.step(name, Call.of("Reshape", value, layer.constant(name + "_shape", extents)));
    }
}
