package io.archmeter.op;

import java.util.ArrayList;
import java.util.List;

/**
 * What autograd keeps of an operation from its forward to its backward pass, where a gradient is asked for. Weights are not among
 * it: they are there anyway.
 *
 * @param operands which of the tensors that it takes are kept
 * @param output whether the tensor that it puts out is kept
 * @param more tensors that it makes beside its output, for its backward pass alone
 */
public record SavedForBackward(Taken operands, boolean output, List<Extra> more) {
    /** The gradient follows from the gradient of the output alone. */
    public static final SavedForBackward NOTHING = new SavedForBackward(Taken.NONE, false, List.of());

    public static final SavedForBackward OPERANDS = new SavedForBackward(Taken.ALL, false, List.of());
    public static final SavedForBackward FACTORS = new SavedForBackward(Taken.FACTORS, false, List.of());
    public static final SavedForBackward SECOND = new SavedForBackward(Taken.SECOND, false, List.of());
    public static final SavedForBackward DIVISION = new SavedForBackward(Taken.DIVISION, false, List.of());
    public static final SavedForBackward OUTPUT = new SavedForBackward(Taken.NONE, true, List.of());

    /** Which of the tensors that an operation takes are kept. */
    public enum Taken {
        NONE,
        ALL,
        /** Each that the gradient of another is a multiple of, where there is such a gradient. */
        FACTORS,
        /** The second of two. */
        SECOND,
        /** The second of two, and the first if there is a gradient of the second. */
        DIVISION
    }

    /**
     * A tensor beside the output.
     *
     * @param name what it is, e.g. {@code indices}
     * @param element what its elements are stored as
     * @param recorded whether it is there only where a gradient is asked for; elsewhere others are gone when the operation has run
     */
    public record Extra(String name, Formula elements, Element element, boolean recorded) {
        public Extra(String name, Formula elements, Element element) {
            this(name, elements, element, false);
        }
    }

    public SavedForBackward {
        more = List.copyOf(more);
    }

    /** With one more tensor. */
    public SavedForBackward and(Extra extra) {
        List<Extra> all = new ArrayList<>(more);
        all.add(extra);
        return new SavedForBackward(operands, output, all);
    }
}
