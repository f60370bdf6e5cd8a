package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Embedding;
import java.util.ArrayList;
import java.util.List;

/** Copies a row of the table for each index. */
final class EmbeddingKernel implements Kernel<Embedding> {
    @Override
    public Pass prepare(Embedding op, List<Shape> inputs, Weights weights) {
        Table table = Table.draw(op.embeddings(), op.dimension(), weights);
        return call -> {
            Tensor x = call.input();
            List<Long> extents = new ArrayList<>(x.shape().extents());
            extents.add(op.dimension());
            Tensor y = call.output(new Shape(extents));
            for (int i = 0; i < x.elements(); i++) {
                int to = y.offset() + i * table.dimension();
                System.arraycopy(table.elements(), table.begin(x, i), y.data(), to, table.dimension());
            }
        };
    }
}
