package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.PerThread;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Attention;
import io.archmeter.op.AttentionMask;
import java.util.Arrays;
import java.util.List;

/** Weighs the values by the softmax of the products of a query and all keys; keys that a mask hides weigh nothing. */
final class AttentionKernel implements Kernel<Attention> {
    @Override
    public Pass prepare(Attention op, List<Shape> inputs, Weights weights) {
        return call -> {
            HeadsView query = HeadsView.of(call.input(0), Math.toIntExact(op.heads()));
            int last = call.inputs() - (op.mask() == AttentionMask.NONE ? 1 : 2);
            Tensor keys = call.input(Math.min(1, last));
            HeadsView key = HeadsView.of(keys, keys.extent(keys.rank() - 1) / query.depth());
            HeadsView value = HeadsView.of(call.input(last), key.heads());
            int width = value.depth() * (keys.rank() == 3 ? query.heads() : 1);
            Shape shape = query.tensor().shape();
            HeadsView y = HeadsView.of(call.output(shape.with(shape.rank() - 1, width)), query.heads());
            double scale = op.scale().orElse(1 / Math.sqrt(query.depth()));
            attend(call, List.of(query, key, value, y), op.causal(), scale, Masking.of(call, op.mask(), query, key));
        };
    }

    /** @param tensors queries, keys, values, and what comes out */
    static void attend(KernelCall call, List<HeadsView> tensors, boolean causal, double scale, Masking mask) {
        HeadsView query = tensors.get(0);
        HeadsView key = tensors.get(1);
        HeadsView value = tensors.get(2);
        HeadsView y = tensors.get(3);
        int together = query.heads() / key.heads();
        int rows = query.samples() * query.heads() * query.positions();
        PerThread.forEach(call, rows, mask.arrays() + 1, key.positions(), (row, arrays) -> {
            int position = row % query.positions();
            int head = row / query.positions() % query.heads();
            int sample = row / query.positions() / query.heads();
            float[] weights = arrays[0];
            int to = y.at(sample, head, position);
            Arrays.fill(y.tensor().data(), to, to + y.depth(), 0);
            long executed = 0;
            for (int k = 0; k < key.positions(); k++) {
                int from = query.at(sample, head, position);
                int by = key.at(sample, head / together, k);
                double sum = 0;
                for (int i = 0; i < query.depth(); i++) {
                    sum += (double) query.tensor().data()[from + i]
                            * key.tensor().data()[by + i];
                    executed++;
                }
                weights[k] = causal && k > position ? Float.NEGATIVE_INFINITY : (float) (sum * scale);
            }
            if (mask.hidesAll(weights, row, arrays, key.positions())) {
                Arrays.fill(weights, 0, key.positions(), 0);
            } else {
                SoftmaxKernel.normalize(weights, 0, weights, 0, 1, key.positions());
            }
            for (int k = 0; k < key.positions(); k++) {
                int from = value.at(sample, head / together, k);
                for (int i = 0; i < y.depth(); i++) {
                    y.tensor().data()[to + i] += weights[k] * value.tensor().data()[from + i];
                    executed++;
                }
            }
            call.count(executed, 0);
        });
    }
}
