package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The largest element under a window that slides over each channel of N×C×….
 *
 * @param indices whether it also puts out where that lies, as {@code indices}: the number of the element in its map, the last axis
 *     fastest
 */
public record MaxPool(Window window, Rounding rounding, boolean indices) implements Op {
    private static final Argument<Boolean> INDICES = Argument.flag(
                    "return_indices", "whether the places of the largest elements are put out as well, as indices")
            .or(false);

    /** Without indices. */
    public MaxPool(Window window, Rounding rounding) {
        this(window, rounding, false);
    }

    @Override
    public String kind() {
        return "maxpool";
    }

    static final OpRule<MaxPool> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(Pooling.KERNEL, Pooling.STRIDE, Pooling.PADDING, Window.DILATION, Pooling.ROUNDING, INDICES);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL);
        }

        @Override
        protected MaxPool read(Arguments given, Inputs in) {
            return new MaxPool(Pooling.window(given, in.only()), given.get(Pooling.ROUNDING), given.get(INDICES));
        }

        @Override
        protected Attributes attributes(MaxPool op) {
            Attributes attributes = new Attributes().and(op.window).and(Pooling.ROUNDING, op.rounding);
            return op.indices ? attributes.and(INDICES, true) : attributes;
        }

        @Override
        protected List<OutputDeclaration> outputs(MaxPool op, Inputs in) {
            List<Formula> extents = Pooling.infer(op.window, in.only(), op.rounding);
            List<OutputDeclaration> outputs = new ArrayList<>();
            outputs.add(new OutputDeclaration("", extents, in.types().get(0)));
            if (op.indices) {
                outputs.add(new OutputDeclaration("indices", extents, DType.INT64));
            }
            return outputs;
        }

        @Override
        protected List<WeightDeclaration> weights(MaxPool op, Inputs in) {
            return List.of();
        }

        /** One comparison per tap, with the largest so far, which begins at −∞. */
        @Override
        protected Work work(MaxPool op, Inputs in, List<Shape> out) {
            return Work.NONE.and(ElementaryOperation.COMPARE, Pooling.taps(op.window, out.get(0)));
        }

        @Override
        protected Reach reach(MaxPool op, Inputs in) {
            return new Reach.Sliding(op.window.axes(), false);
        }

        @Override
        protected Storage storage(MaxPool op) {
            return Storage.OWN;
        }

        /**
         * {@code MaxPool2DWithIndicesBackward0} keeps the input, and where each largest element lies. Along one axis that is not
         * noted without need ({@code max_pool1d} of ATen's {@code MaxPooling.cpp}).
         */
        @Override
        protected Tape tape(MaxPool op, Inputs in, List<Shape> out) {
            Shape padded = op.window.evened(in.only());
            if (op.indices) {
                return Tape.poolWithIndices(in, padded, out.get(0));
            }
            boolean line = in.only().spatialRank() == 1;
            SavedForBackward.Extra indices =
                    new SavedForBackward.Extra("indices", Formula.elements(out.get(0)), Element.INT64, line);
            return Tape.pool(in, padded, out.get(0), SavedForBackward.OPERANDS.and(indices));
        }
    };
}
