package io.archmeter.op;

import java.util.ArrayList;
import java.util.List;

/**
 * What autograd keeps of a layer from its forward to its backward pass, in training mode, where a gradient is asked for; PyTorch 2
 * on the CPU is the model, and each rule names the operation that it mirrors. Weights are not among it: they are there anyway.
 *
 * @param inputs which of the tensors that it takes are kept
 * @param output whether the tensor that it puts out is kept
 * @param more tensors that only the backward pass needs, beside those
 * @param gradient where the gradients of the inputs lie
 */
public record Kept(Taken inputs, boolean output, List<Extra> more, Gradient gradient) {
    /** The gradient follows from the gradient of the output alone. */
    public static final Kept NOTHING = new Kept(Taken.NONE, false, List.of(), Gradient.COMPUTED);

    /** Not even the gradient changes: to autograd it is the same tensor. */
    static final Kept VIEW = new Kept(Taken.NONE, false, List.of(), Gradient.PASSED_ON);

    static final Kept INPUTS = new Kept(Taken.ALL, false, List.of(), Gradient.COMPUTED);
    static final Kept FACTORS = new Kept(Taken.FACTORS, false, List.of(), Gradient.COMPUTED);
    static final Kept OUTPUT = new Kept(Taken.NONE, true, List.of(), Gradient.COMPUTED);

    /** Which of the tensors that a layer takes are kept. */
    public enum Taken {
        NONE,
        ALL,
        /** Each that the gradient of another is a multiple of, where there is such a gradient. */
        FACTORS
    }

    /** Where the gradients of the inputs lie. */
    public enum Gradient {
        /** In memory of their own. */
        COMPUTED,
        /** The gradient of the output is that of each input of the same size. */
        PASSED_ON,
        /** The gradients of the inputs are parts of that of the output. */
        DIVIDED
    }

    /**
     * A tensor that only the backward pass needs.
     *
     * @param name what it is, e.g. {@code indices}
     * @param element what its elements are stored as
     */
    public record Extra(String name, Formula elements, Element element) {}

    public Kept {
        more = List.copyOf(more);
    }

    Kept and(Extra extra) {
        List<Extra> all = new ArrayList<>(more);
        all.add(extra);
        return new Kept(inputs, output, all, gradient);
    }

    Kept passing(Gradient passed) {
        return new Kept(inputs, output, more, passed);
    }
}
