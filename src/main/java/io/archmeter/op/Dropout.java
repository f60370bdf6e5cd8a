package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * Drops elements at random in training, and does nothing at inference (Srivastava et al. 2014).
 *
 * @param ratio the share that is dropped, from 0 to 1
 */
public record Dropout(Function function, double ratio) implements Op {
    private static final Argument<Double> RATIO = Argument.number("p", "share of the elements that training drops")
            .asUsual()
            .or(0.5);

    /** What is dropped, and what stands in its place. */
    public enum Function {
        /** Elements of any shape become 0. */
        DROPOUT("dropout", false, false),
        /** Whole channels of N×C×… do (Tompson et al. 2015; PyTorch {@code Dropout1d}, {@code Dropout2d} and {@code Dropout3d}). */
        CHANNELS("channeldropout", true, false),
        /** Elements become the least that a SELU puts out, and all are shifted and scaled (Klambauer et al. 2017). */
        ALPHA("alphadropout", false, true),
        /** Channels of N×C×… do. */
        FEATURE_ALPHA("featurealphadropout", true, true);

        private final String kind;
        private final boolean channels;
        private final boolean alpha;

        Function(String kind, boolean channels, boolean alpha) {
            this.kind = kind;
            this.channels = channels;
            this.alpha = alpha;
        }
    }

    /** Drops elements. */
    public Dropout(double ratio) {
        this(Function.DROPOUT, ratio);
    }

    public Dropout {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new Refusal("out-of-range", RATIO.name(), "p cannot be " + ratio, "use a share from 0 to 1");
        }
    }

    @Override
    public String kind() {
        return function.kind;
    }

    static OpRule<Dropout> rule(Function function) {
        return new SingleOutputRule<>() {
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
                return new Dropout(function, given.get(RATIO));
            }

            @Override
            protected Attributes attributes(Dropout op) {
                return new Attributes().and(RATIO, op.ratio);
            }

            @Override
            protected List<Formula> infer(Dropout op, Inputs in) {
                return op.function.channels ? Extents.channelsRequired(in.only()) : Extents.same(in.only());
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
             * Alpha dropout adds what stands for the dropped, which {@code AddBackward0} does not keep ({@code _dropout_impl} of ATen's
             * {@code Dropout.cpp}).
             */
            @Override
            protected Tape tape(Dropout op, Inputs in, Shape out) {
                if (op.ratio == 0) {
                    return Tape.nothing(in);
                }
                Formula elements = op.function.channels
                        ? Formula.product(Formula.of(out.axis(0)), Formula.of(out.axis(1)))
                        : Formula.elements(out);
                Formula mask = op.ratio == 1 ? Formula.ONE : elements;
                SavedForBackward kept =
                        SavedForBackward.NOTHING.and(new SavedForBackward.Extra("mask", mask, Element.OF_NETWORK));
                TapeEntry product = TapeEntry.of(in, out).keeping(kept);
                if (!op.function.alpha || op.ratio == 1) {
                    return Tape.of(in, product);
                }
                return Tape.of(
                        in,
                        product.named("masked input").needing(mask, Formula.ZERO),
                        TapeEntry.on(List.of(1), out)
                                .giving(TapeEntry.Gradient.PASSED_ON)
                                .needing(mask, Formula.ZERO));
            }
        };
    }
}
