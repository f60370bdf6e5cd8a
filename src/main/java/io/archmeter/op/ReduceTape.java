package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** What PyTorch keeps of reductions ({@code tools/autograd/derivatives.yaml}, {@code torch/csrc/autograd/FunctionsManual.cpp}). */
final class ReduceTape {
    private static final SavedForBackward BOTH = new SavedForBackward(SavedForBackward.Taken.ALL, true, List.of());

    private ReduceTape() {}

    /**
     * {@code SumBackward1} stretches the gradient, which is a view, and {@code MeanBackward1} divides it. {@code AmaxBackward0} keeps
     * the input and the result, and has the gradient where they are equal beside what it divides; its mask of a byte for each element
     * is not counted. {@code VarBackward0} keeps the input, and has the distances from the mean. {@code LogsumexpBackward0} keeps both,
     * and has distances and their exponentials; in its forward pass ({@code logsumexp} of ATen's {@code ReduceOps.cpp}) the largest
     * elements are there, and the distances from them.
     */
    static Tape of(Reduce op, Inputs in, Shape out) {
        Formula elements = Formula.elements(in.only());
        TapeEntry entry = TapeEntry.of(in, out);
        return switch (op.function()) {
            case SUM -> Tape.of(in, entry.giving(TapeEntry.Gradient.VIEW));
            case MEAN -> Tape.of(in, entry);
            case MAX, MIN -> Tape.of(in, entry.keeping(BOTH).needing(Formula.ZERO, elements));
            case VAR -> Tape.of(in, entry.keeping(SavedForBackward.OPERANDS).needing(Formula.ZERO, elements));
            case LOGSUMEXP -> {
                Formula largest = Formula.sum(elements, Formula.elements(out));
                yield Tape.of(in, entry.keeping(BOTH).needing(largest, Formula.product(Formula.of(2), elements)));
            }
            case NORM -> Tape.of(in, entry.keeping(BOTH).needing(Formula.ZERO, ofNorm(op, elements, out)));
            case PROD -> products(op, in);
        };
    }

    /**
     * {@code LinalgVectorNormBackward0} keeps both. Of exponent 1 it has the signs of the elements, of 2 the gradient divided by the
     * norm, of others signs, powers and their product.
     */
    private static Formula ofNorm(Reduce op, Formula elements, Shape out) {
        if (op.p() == 1) {
            return elements;
        }
        return op.p() == 2 ? Formula.elements(out) : Formula.product(Formula.of(3), elements);
    }

    /** {@code ProdBackward1} is along one axis, and keeps both; several axes are taken one after the other, from the last. */
    private static Tape products(Reduce op, Inputs in) {
        List<TapeEntry> entries = new ArrayList<>();
        for (int first = op.axes().size() - 1; first >= 0; first--) {
            List<Integer> reduced = op.axes().subList(first, op.axes().size());
            Shape product = Reduce.outputOf(op, in.only(), reduced::contains);
            entries.add(TapeEntry.on(List.of(entries.size()), product)
                    .named(first > 0 ? "product" : "")
                    .keeping(BOTH)
                    .needing(Formula.ZERO, Formula.elements(product)));
        }
        return new Tape(1, entries);
    }
}
