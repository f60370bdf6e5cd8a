package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.OwnTensor;
import java.util.List;

/** Draws a tensor and puts it out, as one sample. */
final class OwnTensorKernel implements Kernel<OwnTensor> {
    @Override
    public Pass prepare(OwnTensor op, List<Shape> inputs, Weights weights) {
        Shape written = new Shape(op.shape());
        Shape output = op.batch() ? written.batched(1) : written;
        Shape own = op.batchAxis() ? output : written;
        long[] extents = own.extents().stream().mapToLong(Long::longValue).toArray();
        float[] elements = weights.draw(OwnTensor.NAME, extents);
        return call -> call.weight(elements, output);
    }
}
