package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * The largest element of as many windows as the output is to have (PyTorch {@code AdaptiveMaxPool}); each axis is a {@link DividedAxis}.
 *
 * @param size the output's spatial extents
 */
public record AdaptiveMaxPool(List<Integer> size) implements Op {
    public AdaptiveMaxPool {
        size = List.copyOf(size);
    }

    @Override
    public String kind() {
        return "adaptivemaxpool";
    }

    static final OpRule<AdaptiveMaxPool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AdaptivePooling.SIZE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL, Trait.TO_SIZE);
        }

        @Override
        protected AdaptiveMaxPool read(Arguments given, Inputs in) {
            return new AdaptiveMaxPool(AdaptivePooling.size(given, in));
        }

        @Override
        protected Attributes attributes(AdaptiveMaxPool op) {
            return new Attributes().and(AdaptivePooling.SIZE, new PerAxis(op.size));
        }

        @Override
        protected List<Formula> infer(AdaptiveMaxPool op, Inputs in) {
            return AdaptivePooling.infer(op.size, in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(AdaptiveMaxPool op, Inputs in) {
            return List.of();
        }

        /** One comparison per tap of each window, with the largest so far, which begins at −∞. */
        @Override
        protected Work work(AdaptiveMaxPool op, Inputs in, Shape out) {
            return Work.NONE.and(ElementaryOperation.COMPARE, AdaptivePooling.taps(op.size, in.only()));
        }

        @Override
        protected Reach reach(AdaptiveMaxPool op, Inputs in) {
            return AdaptivePooling.reach(op.size, in.only());
        }

        @Override
        protected Storage storage(AdaptiveMaxPool op) {
            return Storage.OWN;
        }

        /** {@code AdaptiveMaxPool2DBackward0} keeps the input, and where each largest element lies. */
        @Override
        protected Tape tape(AdaptiveMaxPool op, Inputs in, Shape out) {
            SavedForBackward.Extra indices =
                    new SavedForBackward.Extra("indices", Formula.elements(out), Element.INT64);
            return Tape.pool(in, in.only(), out, SavedForBackward.OPERANDS.and(indices));
        }
    };
}
