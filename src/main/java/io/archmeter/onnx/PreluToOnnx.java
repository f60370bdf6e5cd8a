package io.archmeter.onnx;

import io.archmeter.op.Prelu;
import java.util.List;
import java.util.stream.LongStream;

/** ONNX spreads the factors from the last axis on: those of channels become C×1×…. */
final class PreluToOnnx implements Conversion<Prelu> {
    @Override
    public void convert(Prelu op, OnnxLayer layer) {
        String slopes = layer.weight("weight");
        int spatialRank = layer.inputShape().rank() - 2;
        if (op.slopes() > 1 && spatialRank > 0) {
            List<Long> axes = LongStream.rangeClosed(1, spatialRank).boxed().toList();
            slopes = layer.step("slopes", Call.of("Unsqueeze", slopes, layer.constant("axes", axes)));
        }
        layer.result(Call.of("PRelu", layer.input(), slopes));
    }
}
