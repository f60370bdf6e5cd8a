package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import io.archmeter.op.AttentionMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mask over the products of queries and keys, row by row of a query: it adds numbers, or hides keys. */
final class Masking {
    private final AttentionMask mask;
    private final Optional<BroadcastView> view;
    private final int rowAxis;

    private Masking(AttentionMask mask, Optional<BroadcastView> view, int rowAxis) {
        this.mask = mask;
        this.view = view;
        this.rowAxis = rowAxis;
    }

    /** That of the last input, if it is one. */
    static Masking of(KernelCall call, AttentionMask mask, HeadsView query, HeadsView key) {
        if (mask == AttentionMask.NONE) {
            return new Masking(mask, Optional.empty(), 0);
        }
        List<Long> axes = new ArrayList<>(query.tensor().shape().extents());
        if (axes.size() == 3) {
            axes.add(1, (long) query.heads());
            axes.set(2, (long) query.positions());
        }
        axes.set(axes.size() - 1, (long) key.positions());
        Shape products = new Shape(axes);
        Tensor last = call.input(call.inputs() - 1);
        List<Long> own = new ArrayList<>(last.shape().extents());
        if (own.size() == 3) {
            own.add(1, 1L);
        }
        Tensor aligned = new Tensor(last.data(), last.offset(), new Shape(own));
        return new Masking(mask, Optional.of(new BroadcastView(aligned, products)), products.rank() - 1);
    }

    /**
     * Masks a row; whether no key of it is left, so that no softmax can be taken: nothing comes out, as in PyTorch.
     *
     * @param from where the products of the row begin
     * @param own memory for that part of the mask
     */
    boolean hidesAll(float[] products, int from, int row, float[] own, int keys) {
        if (view.isEmpty()) {
            return false;
        }
        view.get().read(rowAxis, row, 0, own, keys);
        boolean none = true;
        for (int key = 0; key < keys; key++) {
            if (mask == AttentionMask.ADDED) {
                products[from + key] += own[key];
            } else if (own[key] == 0) {
                products[from + key] = Float.NEGATIVE_INFINITY;
            }
            none &= products[from + key] == Float.NEGATIVE_INFINITY;
        }
        return none;
    }
}
