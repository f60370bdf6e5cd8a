package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Drops whole samples of a branch at random in training, and does nothing at inference (Huang et al. 2016, arXiv:1603.09382;
 * torchvision {@code StochasticDepth}, timm {@code DropPath}); any shape.
 *
 * @param ratio the share that is dropped, from 0 to 1
 */
public record StochasticDepth(double ratio, Mode mode) implements Op {
    private static final Argument<Double> RATIO =
            Argument.number("p", "share of the samples that training drops").asUsual();
    private static final Argument<Mode> MODE = Argument.choice(
                    "mode",
                    "whether each sample is dropped by itself, or all of a batch together",
                    Mode::named,
                    "row",
                    "batch")
            .or(Mode.ROW);

    /** What is dropped together. */
    public enum Mode {
        /** Each sample by itself. */
        ROW,
        /** All samples of a batch. */
        BATCH;

        static Mode named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StochasticDepth {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new Refusal("out-of-range", RATIO.name(), "p cannot be " + ratio, "use a share from 0 to 1");
        }
    }

    @Override
    public String kind() {
        return "stochasticdepth";
    }

    static final OpRule<StochasticDepth> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(RATIO, MODE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected StochasticDepth read(Arguments given, Inputs in) {
            return new StochasticDepth(given.get(RATIO), given.get(MODE));
        }

        @Override
        protected Attributes attributes(StochasticDepth op) {
            return new Attributes().and(RATIO, op.ratio).and(MODE, op.mode);
        }

        @Override
        protected List<Formula> infer(StochasticDepth op, Inputs in) {
            if (op.mode == Mode.ROW && in.only().rank() == 0) {
                throw new Refusal(
                        "wrong-rank",
                        "",
                        "drops samples of a batch, but the input is a single number",
                        "give it an axis for the batch, or write mode: batch");
            }
            return Extents.same(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(StochasticDepth op, Inputs in) {
            return List.of();
        }

        /** The forward pass that is counted is that of inference, where it passes its input on. */
        @Override
        protected Work work(StochasticDepth op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(StochasticDepth op, Inputs in) {
            return Reach.POINTWISE;
        }

        @Override
        protected Storage storage(StochasticDepth op) {
            return Storage.VIEW;
        }

        /**
         * A product with one number for each sample, or for all of them, which {@code MulBackward0} keeps; dropping nothing is no
         * operation ({@code torchvision/ops/stochastic_depth.py}).
         */
        @Override
        protected Tape tape(StochasticDepth op, Inputs in, Shape out) {
            if (op.ratio == 0) {
                return Tape.nothing(in);
            }
            Formula mask = op.mode == Mode.ROW ? Formula.of(out.axis(0)) : Formula.ONE;
            SavedForBackward kept =
                    SavedForBackward.NOTHING.and(new SavedForBackward.Extra("mask", mask, Element.OF_NETWORK));
            return Tape.of(in, TapeEntry.of(in, out).keeping(kept));
        }
    };
}
