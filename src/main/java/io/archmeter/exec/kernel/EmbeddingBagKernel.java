package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.EmbeddingBag;
import java.util.List;

/** Takes the rows of a sample together, but for that of padding; where none is left, the output is zero. */
final class EmbeddingBagKernel implements Kernel<EmbeddingBag> {
    @Override
    public Pass prepare(EmbeddingBag op, List<Shape> inputs, Weights weights) {
        Table table = Table.draw(op.embeddings(), op.dimension(), weights);
        long leftOut = op.padding().orElse(-1) * table.dimension();
        return call -> {
            Tensor x = call.input();
            Tensor y = call.output(Shape.of(x.batch(), op.dimension()));
            int indices = x.elements() / Math.max(1, x.batch());
            for (int sample = 0; sample < x.batch(); sample++) {
                for (int i = 0; i < table.dimension(); i++) {
                    float together = 0;
                    int taken = 0;
                    for (int index = 0; index < indices; index++) {
                        int begin = table.begin(x, sample * indices + index);
                        if (begin != leftOut) {
                            float element = table.elements()[begin + i];
                            boolean largest = op.mode() == EmbeddingBag.Mode.MAX;
                            together =
                                    !largest ? together + element : taken == 0 ? element : Math.max(together, element);
                            taken++;
                        }
                    }
                    boolean mean = op.mode() == EmbeddingBag.Mode.MEAN && taken > 0;
                    y.data()[y.offset() + sample * table.dimension() + i] = mean ? together / taken : together;
                }
            }
        };
    }
}
