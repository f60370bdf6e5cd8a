package io.archmeter.op;

import java.util.ArrayList;
import java.util.List;

/**
 * What each axis of the output of a transposed convolution has more at its end: with a stride, inputs of several extents are
 * convolved to the same one, and this says which of them is meant.
 */
final class OutputPadding {
    static final Argument<Padding> ARGUMENT = Argument.padding(
                    "output_padding", "elements that each axis has more at its end")
            .or(Padding.NONE);

    private OutputPadding() {}

    /** One number for each axis. */
    static List<Integer> numbers(Padding.Explicit given, int rank) {
        List<Integer> numbers = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            numbers.add(given.begin(axis));
        }
        return numbers;
    }

    /**
     * The extent of the output along an axis: (extent − 1)·stride + span + output padding − 2·padding, or less both paddings where they differ (Dumoulin and Visin 2016,
     * arXiv:1603.07285, relationship 14).
     *
     * @param more the output padding
     */
    static Formula extent(long extent, Axis axis, int more) {
        if (more >= Math.max(axis.stride(), axis.dilation())) {
            throw new Refusal(
                    "out-of-range",
                    ARGUMENT.name(),
                    "output_padding cannot be " + more + " where the stride is " + axis.stride() + " and the dilation "
                            + axis.dilation(),
                    "use a number that is smaller than one of them");
        }
        List<Formula> terms = new ArrayList<>(List.of(
                Formula.product(Formula.difference(Formula.of(extent), Formula.ONE), Formula.of(axis.stride())),
                axis.spanFormula()));
        if (more > 0) {
            terms.add(Formula.of(more));
        }
        Formula whole = Formula.sum(terms);
        Formula rest = axis.padBegin() == axis.padEnd() ? alike(whole, axis) : apart(whole, axis);
        if (rest.value() < 1) {
            throw new Refusal(
                    "window-does-not-fit",
                    "padding",
                    "an output of " + whole.value() + " has nothing left when " + axis.padBegin()
                            + " are cut off at both ends",
                    "use less padding, or a larger kernel or input");
        }
        return rest;
    }

    private static Formula alike(Formula whole, Axis axis) {
        return axis.padBegin() == 0 ? whole : Formula.difference(whole, Formula.product(2, axis.padBegin()));
    }

    /** Files can cut off more at one end. */
    private static Formula apart(Formula whole, Axis axis) {
        return Formula.difference(whole, Formula.sum(Formula.of(axis.padBegin()), Formula.of(axis.padEnd())));
    }
}
