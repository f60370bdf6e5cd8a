package io.archmeter.op;

import java.util.ArrayList;
import java.util.List;

/**
 * What autograd keeps of a layer from its forward to its backward pass, in training mode; PyTorch 2 on the CPU is the model, and
 * each rule names the operation that it mirrors. Weights are not among it: they are there anyway.
 *
 * @param inputs whether the tensors that it takes are kept
 * @param output whether the tensor that it puts out is kept
 * @param more tensors that only the backward pass needs, beside those
 */
public record Kept(boolean inputs, boolean output, List<Extra> more) {
    /** The gradient follows from the gradient of the output alone. */
    public static final Kept NOTHING = new Kept(false, false, List.of());

    static final Kept INPUTS = new Kept(true, false, List.of());
    static final Kept OUTPUT = new Kept(false, true, List.of());

    public Kept {
        more = List.copyOf(more);
    }

    Kept and(Extra extra) {
        List<Extra> all = new ArrayList<>(more);
        all.add(extra);
        return new Kept(inputs, output, all);
    }

    /**
     * A tensor that only the backward pass needs.
     *
     * @param name what it is, e.g. {@code indices}
     * @param element what its elements are stored as
     */
    public record Extra(String name, Formula elements, Element element) {}
}
