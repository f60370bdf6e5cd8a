package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rows of a tensor by indices: of N×R×… and N×…, the elements of the second numbers from 0 to R − 1, it makes N×…×… (PyTorch
 * {@code table[index]}, {@code index_select}; ONNX {@code Gather}). A batch of 1 is stretched: one table for all samples, or the same
 * rows of each.
 */
public record Take() implements Op {
    private static final Extent ONE = Extent.of(1);

    @Override
    public String kind() {
        return "take";
    }

    static final OpRule<Take> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of();
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.ROWS);
        }

        @Override
        protected Take read(Arguments given, Inputs in) {
            return new Take();
        }

        @Override
        protected Attributes attributes(Take op) {
            return new Attributes();
        }

        @Override
        protected List<Formula> infer(Take op, Inputs in) {
            in.require(op.kind(), 2, "table, index");
            Shape table = in.first();
            Shape index = in.shapes().get(1);
            if (table.rank() < 2) {
                throw new Refusal(
                        "wrong-rank",
                        "",
                        "takes rows of N×R×…, but the first input is " + table,
                        "give it an axis of rows after the batch");
            }
            if (index.rank() == 0) {
                throw new Refusal(
                        "wrong-rank",
                        "",
                        "takes rows by indices of N×…, but the second input is a single number",
                        "give the indices an axis for the batch");
            }
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(batch(table, index))));
            extents.addAll(Extents.same(index).subList(1, index.rank()));
            extents.addAll(Extents.same(table).subList(2, table.rank()));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Take op, Inputs in) {
            return List.of();
        }

        /** Rows are copied. */
        @Override
        protected Work work(Take op, Inputs in, Shape out) {
            return Work.NONE;
        }

        /** Which row it is only the indices know. */
        @Override
        protected Reach reach(Take op, Inputs in) {
            return Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(Take op) {
            return Storage.OWN;
        }

        /**
         * {@code IndexBackward0} and {@code IndexSelectBackward0} keep the indices. Where both have a batch, samples are an index as well,
         * as {@code torch.arange} makes it.
         */
        @Override
        protected Tape tape(Take op, Inputs in, Shape out) {
            SavedForBackward kept = SavedForBackward.SECOND;
            boolean both = in.shapes().stream().noneMatch(shape -> shape.axis(0).equals(ONE));
            if (both) {
                kept = kept.and(new SavedForBackward.Extra("samples", Formula.of(out.axis(0)), Element.INT64));
            }
            return Tape.of(in, TapeEntry.of(in, out).keeping(kept));
        }
    };

    private static Extent batch(Shape table, Shape index) {
        Extent one = table.axis(0);
        Extent other = index.axis(0);
        if (!one.equals(ONE) && !other.equals(ONE) && !Extents.canBeEqual(one, other)) {
            throw new Refusal(
                    "shapes-differ",
                    "",
                    "takes rows of " + table + " by indices of " + index + ", whose batches differ",
                    "give both the same batch, or one of them a batch of 1");
        }
        return Broadcast.join("take", Shape.ofAxes(List.of(one)), Shape.ofAxes(List.of(other)))
                .axis(0);
    }
}
