package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Layer normalization (Ba et al. 2016, arXiv:1607.06450; PyTorch {@code LayerNorm}, ONNX {@code LayerNormalization}): what lies along
 * some axes of a sample is normalized by its own mean and variance. Along axis 1 alone it is that of the channels of an image
 * (ConvNeXt's {@code LayerNorm2d}, Liu et al. 2022, arXiv:2201.03545).
 *
 * @param axes from 1 on, each once
 * @param epsilon what is added to the variance
 * @param affine whether a scale for each position along the axes is learnt
 * @param bias whether a shift is learnt too; without a scale there is none
 */
public record LayerNorm(List<Integer> axes, double epsilon, boolean affine, boolean bias) implements Op {
    private static final Argument<List<Integer>> AXES = Argument.integers(
                    "axes", "axes that are normalized together; 1 is that of the channels")
            .or(List.of(-1));
    private static final Argument<Double> EPSILON =
            Argument.number("eps", "what is added to the variance").or(1e-5);
    private static final Argument<Boolean> AFFINE =
            Argument.flag("affine", "whether scale and shift are learnt").or(true);
    private static final Argument<Boolean> BIAS =
            Argument.flag("bias", "whether the shift is").or(true);

    public LayerNorm {
        axes = List.copyOf(axes);
        bias = affine && bias;
        if (axes.isEmpty() || axes.stream().anyMatch(axis -> axis < 1)) {
            throw new IllegalArgumentException("no such axes of a sample: " + axes);
        }
    }

    @Override
    public String kind() {
        return "layernorm";
    }

    static final OpRule<LayerNorm> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXES, EPSILON, AFFINE, BIAS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected LayerNorm read(Arguments given, Inputs in) {
            List<Integer> axes = ChosenAxes.read(AXES.name(), given.get(AXES), in.only());
            ChosenAxes.requireWithinSample(AXES.name(), axes, in.only());
            return new LayerNorm(axes, given.get(EPSILON), given.get(AFFINE), given.get(BIAS));
        }

        @Override
        protected Attributes attributes(LayerNorm op) {
            return new Attributes()
                    .and(AXES, op.axes)
                    .and(EPSILON, op.epsilon)
                    .and(AFFINE, op.affine)
                    .and(BIAS, op.bias);
        }

        @Override
        protected List<Formula> infer(LayerNorm op, Inputs in) {
            ChosenAxes.requireWithinSample(AXES.name(), op.axes, in.only());
            return Extents.same(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(LayerNorm op, Inputs in) {
            List<WeightDeclaration> weights = new ArrayList<>();
            if (op.affine) {
                weights.add(WeightDeclaration.parameter("weight", extents(op, in)));
            }
            if (op.bias) {
                weights.add(WeightDeclaration.parameter("bias", extents(op, in)));
            }
            return weights;
        }

        private long[] extents(LayerNorm op, Inputs in) {
            return op.axes.stream().mapToLong(in.only()::extent).toArray();
        }

        /**
         * Per element an add for the mean, a distance from it, its square and an add for the variance, a multiply by the inverse
         * deviation, and scale and shift; per mean two divisions by the number of elements, and a root. No sum of products with
         * weights, so no multiply-add.
         */
        @Override
        protected Work work(LayerNorm op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            Formula means = ChosenAxes.times(op.axes, out);
            return Work.NONE
                    .and(ElementaryOperation.ADD, Formula.product(Formula.of(op.bias ? 4 : 3), elements))
                    .and(ElementaryOperation.MULTIPLY, Formula.product(Formula.of(op.affine ? 3 : 2), elements))
                    .and(ElementaryOperation.DIVIDE, Formula.product(Formula.of(2), means))
                    .and(ElementaryOperation.POWER, means);
        }

        @Override
        protected Reach reach(LayerNorm op, Inputs in) {
            return Reach.along(op.axes, in.only());
        }

        @Override
        protected Storage storage(LayerNorm op) {
            return Storage.IN_PLACE;
        }

        /**
         * {@code NativeLayerNormBackward0} keeps the input, and a mean and an inverse deviation for each position beside the axes.
         * Its backward pass, on one thread, sums the gradients of scale and shift in a buffer of its own
         * ({@code LayerNormBackwardKernelImplInternal} of ATen's {@code layer_norm_kernel.cpp}). Where the axes are not the last
         * ones, they are permuted to the end and back (torchvision's {@code LayerNorm2d}), which are views, and the input and the
         * gradient are copied for a moment ({@code layer_norm_cpu}).
         */
        @Override
        protected Tape tape(LayerNorm op, Inputs in, Shape out) {
            Formula means = ChosenAxes.times(op.axes, out);
            SavedForBackward kept = SavedForBackward.OPERANDS
                    .and(new SavedForBackward.Extra("mean", means, Element.OF_NETWORK))
                    .and(new SavedForBackward.Extra("inverse deviation", means, Element.OF_NETWORK));
            Formula sums = op.affine ? Formula.product(Formula.of(2), ChosenAxes.together(op.axes, out)) : Formula.ZERO;
            if (op.axes.get(0) == out.rank() - op.axes.size()) {
                return Tape.of(
                        in, TapeEntry.of(in, out).keeping(kept).withParameters().needing(Formula.ZERO, sums));
            }
            Formula copy = Formula.elements(out);
            return Tape.of(
                    in,
                    TapeEntry.view(0, out),
                    TapeEntry.on(List.of(1), out)
                            .named("normalized")
                            .keeping(kept)
                            .withParameters()
                            .needing(copy, Formula.sum(copy, copy, sums)),
                    TapeEntry.view(2, out));
        }
    };
}
