package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.BlockProduct;
import io.archmeter.exec.matrix.Matrix;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Attention;
import io.archmeter.op.AttentionMask;
import java.util.Arrays;
import java.util.List;

/** Weighs the values by the softmax of the products of a query and all keys; keys that a mask hides weigh nothing. */
final class AttentionKernel implements Kernel<Attention> {
    /** Products of queries and keys that a thread holds, at least for as many queries as a tile has rows. */
    private static final int SCORES = 1 << 18;

    private final Tiling tiling;
    private final Softmax softmax;

    /** Replaces a row of scores by exponentials that add up to 1. */
    interface Softmax {
        void normalize(float[] scores, int from, int count);
    }

    AttentionKernel(Tiling tiling, Softmax softmax) {
        this.tiling = tiling;
        this.softmax = softmax;
    }

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
    void attend(KernelCall call, List<HeadsView> tensors, boolean causal, double scale, Masking mask) {
        HeadsView query = tensors.get(0);
        HeadsView key = tensors.get(1);
        HeadsView value = tensors.get(2);
        HeadsView y = tensors.get(3);
        int keys = key.positions();
        int together = EvenSplit.size(query.positions(), Math.max(tiling.rows(), SCORES / Math.max(1, keys)));
        int blocks = EvenSplit.parts(query.positions(), together);
        int heads = query.samples() * query.heads();
        BlockProduct[] products = new BlockProduct[call.workers().threads(heads * blocks)];
        Arrays.setAll(products, thread -> BlockProduct.withAny(tiling, call::workspace));
        float[][][] arrays = new float[products.length][][];
        Arrays.setAll(arrays, thread -> new float[][] {call.workspace(together * keys), call.workspace(keys)});
        call.workers().forEach(heads * blocks, (task, thread) -> {
            int head = task / blocks % query.heads();
            int sample = task / blocks / query.heads();
            int shared = head / (query.heads() / key.heads());
            int first = task % blocks * together;
            int rows = Math.min(together, query.positions() - first);
            float[] scores = arrays[thread][0];
            Matrix weights = Matrix.of(scores, 0, rows, keys, keys);
            Matrix queries = query.matrix(sample, head).part(first, 0, rows, query.depth());
            long executed = products[thread].multiply(
                    queries, key.matrix(sample, shared).transposed(), weights);
            for (int row = 0; row < rows; row++) {
                int position = first + row;
                scale(scores, row * keys, keys, scale, causal ? position : keys);
                int number = task / blocks * query.positions() + position;
                if (mask.hidesAll(scores, row * keys, number, arrays[thread][1], keys)) {
                    Arrays.fill(scores, row * keys, row * keys + keys, 0);
                } else {
                    softmax.normalize(scores, row * keys, keys);
                }
            }
            Matrix result = y.matrix(sample, head).part(first, 0, rows, y.depth());
            call.count(executed + products[thread].multiply(weights, value.matrix(sample, shared), result), 0);
        });
    }

    /** @param last of the keys that are seen; those after it weigh nothing */
    private static void scale(float[] scores, int from, int keys, double scale, int last) {
        for (int key = 0; key < keys; key++) {
            scores[from + key] = key > last ? Float.NEGATIVE_INFINITY : (float) (scores[from + key] * scale);
        }
    }
}
