package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/** The largest element under a window that slides over each channel of N×C×…. */
public record MaxPool(Window window, Rounding rounding) implements Op {
    @Override
    public String kind() {
        return "maxpool";
    }

    static final OpRule<MaxPool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(Pooling.KERNEL, Pooling.STRIDE, Pooling.PADDING, Window.DILATION, Pooling.ROUNDING);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL);
        }

        @Override
        protected MaxPool read(Arguments given, Inputs in) {
            return new MaxPool(Pooling.window(given, in.only()), given.get(Pooling.ROUNDING));
        }

        @Override
        protected Attributes attributes(MaxPool op) {
            return new Attributes().and(op.window).and(Pooling.ROUNDING, op.rounding);
        }

        @Override
        protected List<Formula> infer(MaxPool op, Inputs in) {
            return Pooling.infer(op.window, in.only(), op.rounding);
        }

        @Override
        protected List<WeightDeclaration> weights(MaxPool op, Inputs in) {
            return List.of();
        }

        /** One comparison per tap, with the largest so far, which begins at −∞. */
        @Override
        protected Work work(MaxPool op, Inputs in, Shape out) {
            return Work.NONE.and(ElementaryOperation.COMPARE, Pooling.taps(op.window, out));
        }

        @Override
        protected Reach reach(MaxPool op, Inputs in) {
            return new Reach.Sliding(op.window.axes());
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
        protected Tape tape(MaxPool op, Inputs in, Shape out) {
            boolean line = in.only().spatialRank() == 1;
            SavedForBackward.Extra indices =
                    new SavedForBackward.Extra("indices", Formula.elements(out), Element.INT64, line);
            return Tape.pool(in, op.window.evened(in.only()), out, SavedForBackward.OPERANDS.and(indices));
        }
    };
}
