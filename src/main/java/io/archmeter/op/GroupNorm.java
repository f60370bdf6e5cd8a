package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * Group normalization of N×C×… (Wu and He 2018, arXiv:1803.08494; PyTorch {@code GroupNorm}, ONNX {@code GroupNormalization}): each
 * sample's channels are divided into groups, and each group is normalized by its own mean and variance.
 *
 * @param groups into how many the channels are divided
 * @param epsilon what is added to the variance
 * @param affine whether a scale and a shift for each channel are learnt
 */
public record GroupNorm(long groups, double epsilon, boolean affine) implements Op {
    private static final Argument<Long> GROUPS =
            Argument.count("groups", "groups that the channels divide into").asUsual();
    private static final Argument<Boolean> AFFINE = ChannelNorm.affine(true);

    public GroupNorm {
        if (groups < 1) {
            throw new IllegalArgumentException("no such group normalization: " + groups + " groups");
        }
    }

    @Override
    public String kind() {
        return "groupnorm";
    }

    static final OpRule<GroupNorm> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(GROUPS, ChannelNorm.EPSILON, AFFINE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected GroupNorm read(Arguments given, Inputs in) {
            return new GroupNorm(given.get(GROUPS), given.get(ChannelNorm.EPSILON), given.get(AFFINE));
        }

        @Override
        protected Attributes attributes(GroupNorm op) {
            return new Attributes()
                    .and(GROUPS, op.groups)
                    .and(ChannelNorm.EPSILON, op.epsilon)
                    .and(AFFINE, op.affine);
        }

        @Override
        protected List<Formula> infer(GroupNorm op, Inputs in) {
            List<Formula> extents = Extents.channelsRequired(in.only());
            long channels = in.only().channels();
            if (channels % op.groups != 0) {
                throw new Refusal(
                        "indivisible-groups",
                        GROUPS.name(),
                        channels + " channels do not divide into " + op.groups + " groups",
                        "use " + Divisors.of(channels));
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(GroupNorm op, Inputs in) {
            return ChannelNorm.weights(in.only(), op.affine, false);
        }

        /**
         * Per element an add for the mean, a distance from it, its square and an add for the variance, then a multiply and an add; per
         * group two divisions by the number of elements, and a root. No sum of products, so no multiply-add.
         */
        @Override
        protected Work work(GroupNorm op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            Formula groups = Formula.product(out.batch(), op.groups);
            return Work.NONE
                    .and(ElementaryOperation.ADD, Formula.product(Formula.of(4), elements))
                    .and(ElementaryOperation.MULTIPLY, Formula.product(Formula.of(2), elements))
                    .and(ElementaryOperation.DIVIDE, Formula.product(Formula.of(2), groups))
                    .and(ElementaryOperation.POWER, groups);
        }

        /** Mean and variance are those of the map. */
        @Override
        protected Reach reach(GroupNorm op, Inputs in) {
            return Reach.WHOLE;
        }

        @Override
        protected Storage storage(GroupNorm op) {
            return Storage.IN_PLACE;
        }

        /**
         * {@code NativeGroupNormBackward0} keeps the input, and the mean and the inverse deviation of each group of each sample. Its
         * backward pass sums the gradient, and its product with the input, over each channel of each sample
         * ({@code GroupNormBackwardKernelImplInternal} of ATen's {@code group_norm_kernel.cpp}).
         */
        @Override
        protected Tape tape(GroupNorm op, Inputs in, Shape out) {
            Formula groups = Formula.product(out.batch(), op.groups);
            SavedForBackward kept = SavedForBackward.OPERANDS
                    .and(new SavedForBackward.Extra("mean", groups, Element.OF_NETWORK))
                    .and(new SavedForBackward.Extra("inverse deviation", groups, Element.OF_NETWORK));
            Formula sums = Formula.product(2, out.batch(), out.channels());
            return Tape.of(
                    in, TapeEntry.of(in, out).keeping(kept).withParameters().needing(Formula.ZERO, sums));
        }
    };
}
