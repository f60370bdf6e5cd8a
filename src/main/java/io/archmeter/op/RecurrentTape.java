package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What PyTorch does with a recurrent layer in training, with the native cells of ATen's {@code RNN.cpp}: at each step {@code
 * AddmmBackward0} keeps the last state, {@code SigmoidBackward0} and {@code TanhBackward0} their results, and {@code MulBackward0} its
 * factors. All steps are one operation here. On a CPU, an LSTM in float32 without a projection may go to oneDNN instead ({@code
 * MkldnnRnnLayerBackward0}), which keeps a workspace of a size that oneDNN alone knows, and a larger one.
 */
final class RecurrentTape {
    private RecurrentTape() {}

    static Tape of(Recurrent op, Inputs in, List<Shape> out) {
        Shape x = in.only();
        List<TapeEntry> entries = new ArrayList<>();
        // The product of all steps with the weights wants time first: each direction of the first layer copies.
        boolean copies = op.batchFirst() && isSeveral(x.axis(0)) && isSeveral(x.axis(1));
        for (int direction = 0; copies && direction < op.directions(); direction++) {
            entries.add(TapeEntry.on(List.of(0), x).named("input, time first").giving(TapeEntry.Gradient.PASSED_ON));
        }
        List<Integer> taken =
                copies ? IntStream.rangeClosed(1, op.directions()).boxed().toList() : List.of(0);
        SavedForBackward kept =
                SavedForBackward.OPERANDS.and(new SavedForBackward.Extra("states", states(op, x), Element.OF_NETWORK));
        Formula products = Formula.product(
                Formula.of(x.axis(0)),
                Formula.of(x.axis(1)),
                Formula.product(RecurrentCell.gates(op.cell()), op.hidden()));
        int sequence = entries.size() + 1;
        entries.add(
                TapeEntry.on(taken, out.get(0)).keeping(kept).withParameters().needing(products, products));
        List<Integer> outputs = new ArrayList<>(List.of(sequence));
        for (Shape last : out.subList(1, out.size())) {
            // StackBackward0
            outputs.add(entries.size() + 1);
            entries.add(TapeEntry.on(List.of(sequence), last).giving(TapeEntry.Gradient.VIEW));
        }
        return new Tape(1, entries, outputs);
    }

    private static boolean isSeveral(Extent extent) {
        return !extent.equals(Extent.of(1));
    }

    /** Of all layers; each but the first keeps the sequence that it takes as well. */
    private static Formula states(Recurrent op, Shape x) {
        Formula batch = Formula.of(x.axis(op.batchFirst() ? 0 : 1));
        Formula time = Formula.of(x.axis(op.batchFirst() ? 1 : 0));
        Formula passes = Formula.product(op.layers(), op.directions());
        Formula hidden = Formula.of(op.hidden());
        List<Formula> kept = new ArrayList<>();
        kept.add(Formula.product(passes, time, batch, Formula.of(RecurrentCell.kept(op.cell())), hidden));
        if (op.cell() == Recurrent.Cell.RNN) {
            // The zeros that it begins with, too.
            kept.add(Formula.product(passes, batch, hidden));
        }
        op.projection().ifPresent(size -> kept.add(Formula.product(passes, time, batch, Formula.of(size))));
        if (op.layers() > 1) {
            Formula sequences =
                    Formula.product(time, batch, Formula.product(op.layers() - 1, op.directions(), op.state()));
            kept.add(sequences);
            if (op.dropout() > 0) {
                // The masks of each sequence, as Dropout has them.
                kept.add(op.dropout() == 1 ? Formula.of(op.layers() - 1) : sequences);
            }
        }
        return Formula.sum(kept);
    }
}
