package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.graph.Extent;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.BlocksOverSteps.Witness;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.Readable;
import io.archmeter.training.Allocation;
import java.util.ArrayList;
import java.util.List;

/** Bytes, and what they are for, as pictures say it. */
final class MemoryWords {
    /** Tensors of a peak that are named. */
    private static final int NAMED = 6;

    private MemoryWords() {}

    /** What is known of a number; a question mark where that is nothing. */
    static Quantity of(Amount bytes) {
        boolean nothing = !bytes.isExact() && bytes.atLeast() == 0;
        return nothing ? new Quantity(0, Extent.Unknown.MARK) : Quantities.of(Metric.Unit.BYTES, bytes);
    }

    /** What the title of a picture says where not all can be drawn; nothing where it can. */
    static String notDrawn(Amount most) {
        return most.isExact() ? "" : " (what has an unknown size is not drawn)";
    }

    /** The largest, and all others together. */
    static List<Witness> largest(List<Witness> largestFirst) {
        if (largestFirst.size() <= NAMED + 1) {
            return largestFirst;
        }
        List<Witness> named = new ArrayList<>(largestFirst.subList(0, NAMED));
        List<Witness> others = largestFirst.subList(NAMED, largestFirst.size());
        long bytes =
                others.stream().mapToLong(witness -> witness.bytes().exact()).sum();
        named.add(new Witness(
                new Quantity(bytes, Readable.bytes(bytes)), Readable.exact(others.size()) + " more", "", 0, 0));
        return named;
    }

    static String of(Allocation.Use use) {
        return switch (use) {
            case WEIGHTS -> "weights";
            case OPTIMIZER_STATE -> "optimizer state";
            case KEPT -> "kept for backward";
            case PARAMETER_GRADIENT -> "gradients of parameters";
            case GRADIENT -> "gradients of tensors";
            case ACTIVATION -> "activations";
            case TEMPORARY -> "temporaries";
        };
    }
}
