package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Local response normalization across neighbouring channels of N×C×… (Krizhevsky et al. 2012, §3.3; PyTorch {@code
 * LocalResponseNorm}, ONNX {@code LRN}): y = x / (bias + alpha/size · Σ x²)^beta.
 *
 * @param size how many neighbouring channels the sum takes
 * @param window which channels they are; an odd size has the same on both sides
 */
public record LocalResponseNorm(long size, double alpha, double beta, double bias, Neighbours window) implements Op {
    private static final Argument<Long> SIZE =
            Argument.count("size", "channels that the sum of squares takes").asUsual();
    private static final Argument<Double> ALPHA =
            Argument.number("alpha", "factor of the sum of squares").or(1e-4);
    private static final Argument<Double> BETA =
            Argument.number("beta", "exponent of the divisor").or(0.75);
    private static final Argument<Double> K =
            Argument.number("k", "what is added to the sum").or(1.0);

    private static final Argument<Neighbours> WINDOW = Argument.choice(
                    "window",
                    "where an even size takes one channel more: before its own (pytorch) or after it (onnx)",
                    Neighbours::named,
                    "pytorch",
                    "onnx")
            .or(Neighbours.PYTORCH);

    /** Where the channels lie that the sum of squares takes, if their number is even: on one side there is one more. */
    public enum Neighbours {
        /** From c − ⌊size/2⌋ to c + ⌊(size − 1)/2⌋ ({@code torch.nn.functional.local_response_norm}). */
        PYTORCH,
        /** From c − ⌊(size − 1)/2⌋ to c + ⌈(size − 1)/2⌉ (ONNX {@code LRN}). Caffe takes odd sizes alone. */
        ONNX;

        private static Neighbours named(String word) {
            return word.equals("onnx") ? ONNX : PYTORCH;
        }

        /** As it would be written in a spec. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LocalResponseNorm {
        window = size % 2 == 1 ? Neighbours.PYTORCH : window;
    }

    /** With the window of PyTorch. */
    public LocalResponseNorm(long size, double alpha, double beta, double bias) {
        this(size, alpha, beta, bias, Neighbours.PYTORCH);
    }

    @Override
    public String kind() {
        return "lrn";
    }

    static final OpRule<LocalResponseNorm> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SIZE, ALPHA, BETA, K, WINDOW);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.WITHOUT_GAIN);
        }

        @Override
        protected LocalResponseNorm read(Arguments given, Inputs in) {
            return new LocalResponseNorm(
                    given.get(SIZE), given.get(ALPHA), given.get(BETA), given.get(K), given.get(WINDOW));
        }

        /** The window of PyTorch, which an odd size has in any case, is not said. */
        @Override
        protected Attributes attributes(LocalResponseNorm op) {
            Attributes attributes = new Attributes()
                    .and(SIZE, op.size)
                    .and(ALPHA, op.alpha)
                    .and(BETA, op.beta)
                    .and(K, op.bias);
            return op.window == Neighbours.PYTORCH ? attributes : attributes.and(WINDOW, op.window);
        }

        @Override
        protected List<Formula> infer(LocalResponseNorm op, Inputs in) {
            return Extents.channelsRequired(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(LocalResponseNorm op, Inputs in) {
            return List.of();
        }

        /**
         * Per element: {@code size} squares and as many adds (the missing neighbours at the ends taken as zeros, the bias in
         * place of the first term), a factor, a power and a division. The squares feed a sum, but no weight takes part:
         * tools that count them as multiply-adds (Netscope) say so, and here they stand apart.
         */
        @Override
        protected Work work(LocalResponseNorm op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            return Work.NONE
                    .and(
                            ElementaryOperation.MULTIPLY,
                            Formula.product(elements, Formula.sum(Formula.of(op.size), Formula.ONE)))
                    .and(ElementaryOperation.ADD, Formula.product(elements, Formula.of(op.size)))
                    .and(ElementaryOperation.POWER, elements)
                    .and(ElementaryOperation.DIVIDE, elements);
        }

        @Override
        protected Reach reach(LocalResponseNorm op, Inputs in) {
            return Reach.POINTWISE;
        }

        @Override
        protected Storage storage(LocalResponseNorm op) {
            return Storage.OWN;
        }

        /**
         * PyTorch composes it ({@code torch.nn.functional.local_response_norm}). {@code MulBackward0} keeps the input, which is
         * squared; {@code AvgPool3DBackward0} the squares, padded by size − 1 channels; {@code PowBackward0} what is raised;
         * {@code DivBackward0} the input and the divisor. The mean of the squares has a name in Python until the divisor is
         * there. Backward, {@code div_tensor_other_grad} has −grad, self / other and (self / other) / other beside its result,
         * before the other gradient is computed; {@code pow_backward} the power and its multiple
         * ({@code torch/csrc/autograd/FunctionsManual.cpp}).
         */
        @Override
        protected Tape tape(LocalResponseNorm op, Inputs in, Shape out) {
            Shape x = in.only();
            Shape padded = x.with(1, Math.addExact(x.channels(), op.size - 1));
            Formula one = Formula.elements(x);
            Formula two = Formula.product(Formula.of(2), one);
            SavedForBackward.Extra alpha = new SavedForBackward.Extra("alpha", Formula.ONE, Element.WRAPPED_NUMBER);
            return Tape.of(
                    in,
                    TapeEntry.on(List.of(0, 0), x).named("squares").keeping(SavedForBackward.FACTORS),
                    TapeEntry.on(List.of(1), padded).named("padded squares"),
                    TapeEntry.on(List.of(2), x).named("mean of squares").keeping(SavedForBackward.OPERANDS),
                    TapeEntry.on(List.of(3), x).named("scaled mean").keeping(SavedForBackward.NOTHING.and(alpha)),
                    TapeEntry.on(List.of(4), x)
                            .named("base")
                            .giving(TapeEntry.Gradient.PASSED_ON)
                            .needing(one, Formula.ZERO),
                    TapeEntry.on(List.of(5), x)
                            .named("divisor")
                            .keeping(SavedForBackward.OPERANDS)
                            .needing(one, two),
                    TapeEntry.on(List.of(0, 6), x)
                            .keeping(SavedForBackward.OPERANDS)
                            .needing(Formula.ZERO, two));
        }
    };
}
