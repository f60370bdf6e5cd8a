package io.archmeter.onnx;

import io.archmeter.op.Transpose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/** ONNX's {@code Transpose} takes all axes. */
final class TransposeToOnnx implements Conversion<Transpose> {
    @Override
    public void convert(Transpose op, OnnxLayer layer) {
        int rank = layer.inputShape().rank();
        List<Long> axes = new ArrayList<>(LongStream.range(0, rank).boxed().toList());
        Collections.swap(axes, op.first(), op.second());
        layer.result(Call.of("Transpose", layer.input()).with("perm", axes));
    }
}
