package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Take;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies a row for each index. As with a {@link Table} of weights, an index beyond it stands for the row that is reached when the count
 * begins again with the first.
 */
final class TakeKernel implements Kernel<Take> {
    @Override
    public Pass prepare(Take op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor table = call.input(0);
            Tensor indices = call.input(1);
            int samples = table.batch() == 1 ? indices.batch() : table.batch();
            List<Long> extents = new ArrayList<>(List.of((long) samples));
            extents.addAll(indices.shape().sample().extents());
            extents.addAll(table.shape().sample().sample().extents());
            Tensor y = call.output(new Shape(extents));
            if (y.elements() == 0) {
                return;
            }
            int ofSample = table.elements() / table.batch();
            int rows = table.extent(1);
            int row = ofSample / rows;
            int each = indices.elements() / indices.batch();
            for (int i = 0; i < samples * each; i++) {
                int sample = i / each;
                int place = indices.batch() == 1 ? i % each : i;
                int number = Math.floorMod((int) indices.data()[indices.offset() + place], rows);
                int from = table.offset() + (table.batch() == 1 ? 0 : sample * ofSample) + number * row;
                System.arraycopy(table.data(), from, y.data(), y.offset() + i * row, row);
            }
        };
    }
}
