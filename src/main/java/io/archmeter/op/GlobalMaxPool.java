package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The largest element of each channel, N×C×… to N×C×1×… (ONNX {@code GlobalMaxPool}, PyTorch {@code AdaptiveMaxPool} to 1). */
public record GlobalMaxPool() implements Op {
    @Override
    public String kind() {
        return "globalmaxpool";
    }

    static final OpRule<GlobalMaxPool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of();
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL);
        }

        @Override
        protected GlobalMaxPool read(Arguments given, Inputs in) {
            return new GlobalMaxPool();
        }

        @Override
        protected Attributes attributes(GlobalMaxPool op) {
            return new Attributes();
        }

        @Override
        protected List<Formula> infer(GlobalMaxPool op, Inputs in) {
            Shape x = in.only();
            Window.requireSpatial(x);
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
            for (int axis = 0; axis < x.spatialRank(); axis++) {
                extents.add(Formula.ONE);
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(GlobalMaxPool op, Inputs in) {
            return List.of();
        }

        /** One comparison per input element, with the largest so far, which begins at −∞. */
        @Override
        protected Work work(GlobalMaxPool op, Inputs in, Shape out) {
            return Work.NONE.and(ElementaryOperation.COMPARE, Formula.elements(in.only()));
        }

        @Override
        protected Reach reach(GlobalMaxPool op, Inputs in) {
            return Reach.WHOLE;
        }

        @Override
        protected Storage storage(GlobalMaxPool op) {
            return Storage.OWN;
        }

        /** {@code AdaptiveMaxPool2DBackward0} keeps the input, and where each largest element lies. */
        @Override
        protected Tape tape(GlobalMaxPool op, Inputs in, Shape out) {
            SavedForBackward.Extra indices =
                    new SavedForBackward.Extra("indices", Formula.elements(out), Element.INT64);
            return Tape.pool(in, in.only(), out, SavedForBackward.OPERANDS.and(indices));
        }
    };
}
