package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Prelu;
import java.util.List;

/** Multiplies what is negative by the factor of its channel, or by the one that there is. */
final class PreluKernel implements Kernel<Prelu> {
    @Override
    public Pass prepare(Prelu op, List<Shape> inputs, Weights weights) {
        float[] slopes = weights.draw("weight", op.slopes());
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            int channels = slopes.length == 1 ? 1 : x.extent(1);
            int maps = slopes.length == 1 ? 1 : x.extent(0) * channels;
            int length = maps == 0 ? 0 : x.elements() / maps;
            call.workers().forEach(maps, map -> {
                Copy.elements(x, y, map * length, length);
                int begin = y.offset() + map * length;
                scale(y.data(), begin, begin + length, slopes[map % channels]);
            });
        };
    }

    private static void scale(float[] y, int begin, int end, float slope) {
        for (int i = begin; i < end; i++) {
            y[i] = y[i] > 0 ? y[i] : slope * y[i];
        }
    }
}
