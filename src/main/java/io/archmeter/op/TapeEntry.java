package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One operation of PyTorch, as autograd records it.
 *
 * @param name what its output is in words, e.g. {@code padded input}; empty where it is what the layer puts out
 * @param operands the tensors that it takes, by their numbers on the {@link Tape}
 * @param output the shape that it puts out
 * @param storage where its output may lie
 * @param view how its output shows its only operand, where it is a view
 * @param kept what its backward pass needs
 * @param gradient where the gradients of its operands lie
 * @param weighted whether it takes the parameters of the layer
 * @param temporaries what it needs for a moment
 * @param element what its output is stored as; whole numbers have no gradient
 */
public record TapeEntry(
        String name,
        List<Integer> operands,
        Shape output,
        Storage storage,
        View view,
        SavedForBackward kept,
        Gradient gradient,
        boolean weighted,
        Temporaries temporaries,
        Element element) {
    private static final List<Integer> FIRST = List.of(0);

    /** Where the gradients of the operands lie. */
    public enum Gradient {
        /** In memory of their own. */
        COMPUTED,
        /** In memory of their own: each has the extents of the output, until it is summed to those of its operand. */
        ELEMENTWISE,
        /** The gradient of the output is that of each operand of the same size; others are summed from it. */
        PASSED_ON,
        /** As {@link #PASSED_ON} for the first operand, and as {@link #ELEMENTWISE} for the others. */
        FIRST_PASSED_ON,
        /** They are views of the gradient of the output, or of parts of it. */
        VIEW,
        /**
         * Operations of a layer that follow each other put out parts of one operand. Its gradient lies in memory of its own, and is
         * joined from those of all parts when all are there, with zeros for a part that nobody takes ({@code split_with_sizes_backward}
         * of PyTorch's {@code FunctionsManual.cpp}).
         */
        JOINED
    }

    /**
     * Elements of the network's type that are there for a moment, while an operation runs.
     *
     * @param backward beside the gradients of its operands
     */
    public record Temporaries(Formula forward, Formula backward) {
        public static final Temporaries NONE = new Temporaries(Formula.ZERO, Formula.ZERO);
    }

    public TapeEntry {
        operands = List.copyOf(operands);
    }

    /** An operation that takes all that the layer takes, keeps nothing, and puts its output and gradients into memory of their own. */
    public static TapeEntry of(Inputs in, Shape output) {
        return on(in.size() == 1 ? FIRST : IntStream.range(0, in.size()).boxed().toList(), output);
    }

    /** The same, which takes other tensors. */
    public static TapeEntry on(List<Integer> operands, Shape output) {
        return new TapeEntry(
                "",
                operands,
                output,
                Storage.OWN,
                new View.Reshaped(),
                SavedForBackward.NOTHING,
                Gradient.COMPUTED,
                false,
                Temporaries.NONE,
                Element.OF_NETWORK);
    }

    /**
     * How many of the operands, from the first on, the output may replace: of a difference and a quotient the first alone, because PyTorch
     * has {@code sub_} and {@code div_}, and nothing that overwrites what is subtracted, or divided by.
     */
    public int replaceable() {
        if (storage != Storage.IN_PLACE) {
            return 0;
        }
        boolean first = gradient == Gradient.FIRST_PASSED_ON || kept.operands() == SavedForBackward.Taken.DIVISION;
        return first ? 1 : operands.size();
    }

    /** The same tensor under another shape, and the same of its gradient. */
    public static TapeEntry view(int operand, Shape output) {
        TapeEntry own = on(List.of(operand), output);
        return own.lying(Storage.VIEW).giving(Gradient.VIEW);
    }

    /** The same of a tensor that is shown otherwise than in its order. */
    public TapeEntry showing(View how) {
        return new TapeEntry(name, operands, output, storage, how, kept, gradient, weighted, temporaries, element);
    }

    /** A view whose elements have to be copied, because no strides lead to them: its output has memory of its own. */
    public TapeEntry copied() {
        return lying(Storage.OWN);
    }

    public TapeEntry named(String words) {
        return new TapeEntry(words, operands, output, storage, view, kept, gradient, weighted, temporaries, element);
    }

    /** Its output may replace an operand, as PyTorch's methods that end in {@code _} do. */
    public TapeEntry inPlace() {
        return lying(Storage.IN_PLACE);
    }

    private TapeEntry lying(Storage where) {
        return new TapeEntry(name, operands, output, where, view, kept, gradient, weighted, temporaries, element);
    }

    public TapeEntry keeping(SavedForBackward what) {
        return new TapeEntry(name, operands, output, storage, view, what, gradient, weighted, temporaries, element);
    }

    public TapeEntry giving(Gradient where) {
        return new TapeEntry(name, operands, output, storage, view, kept, where, weighted, temporaries, element);
    }

    public TapeEntry withParameters() {
        return new TapeEntry(name, operands, output, storage, view, kept, gradient, true, temporaries, element);
    }

    public TapeEntry needing(Formula forward, Formula backward) {
        Temporaries both = new Temporaries(forward, backward);
        return new TapeEntry(name, operands, output, storage, view, kept, gradient, weighted, both, element);
    }

    /** Its output is whole numbers. */
    public TapeEntry ofIndices() {
        return new TapeEntry(
                name, operands, output, storage, view, kept, gradient, weighted, temporaries, Element.INT64);
    }
}
