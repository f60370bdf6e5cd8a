package io.archmeter.onnx;

import io.archmeter.op.Tile;
import java.util.ArrayList;
import java.util.List;

final class TileToOnnx implements Conversion<Tile> {
    @Override
    public void convert(Tile op, OnnxLayer layer) {
        List<Long> repeats = new ArrayList<>(List.of(1L));
        repeats.addAll(op.repeats());
        layer.result(Call.of("Tile", layer.input(), layer.constant("repeats", repeats)));
    }
}
