package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * Drops elements at random in training, and does nothing at inference (Srivastava et al. 2014); any shape.
 *
 * @param ratio the share that is dropped, from 0 to 1
 */
public record Dropout(double ratio) implements Op {
    private static final Argument<Double> RATIO = Argument.number("p", "share of the elements that training drops")
            .asUsual()
            .or(0.5);

    public Dropout {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new Refusal("out-of-range", RATIO.name(), "p cannot be " + ratio, "use a share from 0 to 1");
        }
    }

    @Override
    public String kind() {
        return "dropout";
    }

    static final OpRule<Dropout> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(RATIO);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Dropout read(Arguments given, Inputs in) {
            return new Dropout(given.get(RATIO));
        }

        @Override
        protected Attributes attributes(Dropout op) {
            return new Attributes().and(RATIO, op.ratio);
        }

        @Override
        protected List<Formula> infer(Dropout op, Inputs in) {
            return Extents.same(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(Dropout op, Inputs in) {
            return List.of();
        }

        /** The forward pass that is counted is that of inference, where it passes its input on. */
        @Override
        protected Work work(Dropout op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(Dropout op, Inputs in) {
            return Reach.POINTWISE;
        }

        @Override
        protected Storage storage(Dropout op) {
            return Storage.VIEW;
        }

        /**
         * On a CPU, dropout is a product with a mask of the activations' type, of which {@code MulBackward0} keeps the mask (on
         * CUDA the mask has 1 byte an element); dropping nothing is no operation, and dropping everything a product with one zero.
         */
        @Override
        protected Tape tape(Dropout op, Inputs in, Shape out) {
            if (op.ratio == 0) {
                return Tape.nothing(in);
            }
            Formula mask = op.ratio == 1 ? Formula.ONE : Formula.elements(out);
            SavedForBackward kept =
                    SavedForBackward.NOTHING.and(new SavedForBackward.Extra("mask", mask, Element.OF_NETWORK));
            return Tape.of(in, TapeEntry.of(in, out).keeping(kept));
        }
    };
}
