package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * Batch normalization over the channels of N×C×… (Ioffe and Szegedy 2015, arXiv:1502.03167). At inference it scales and
 * shifts each element by two numbers of its channel, which come from the running statistics.
 *
 * @param epsilon what is added to the variance
 * @param affine whether scale and shift are learnt
 * @param runningStatistics whether mean, variance and the count of batches are kept
 * @param frozen whether scale and shift are kept beside the statistics in place of being learnt, and no batch changes any of them:
 *     {@code FrozenBatchNorm2d} of torchvision
 * @param counted whether batches are counted beside running statistics, as PyTorch does; a file of ONNX has no such number
 */
public record BatchNorm(double epsilon, boolean affine, boolean runningStatistics, boolean frozen, boolean counted)
        implements Op {
    private static final Argument<Boolean> AFFINE = ChannelNorm.affine(true);
    private static final Argument<Boolean> RUNNING_STATISTICS = ChannelNorm.runningStatistics(true);
    private static final Argument<Boolean> FROZEN =
            Argument.flag("frozen", "whether nothing of it is learnt").or(false);

    private static final Argument<Boolean> COUNTED = Argument.flag(
                    "num_batches_tracked", "whether batches are counted beside running statistics")
            .or(true);

    public BatchNorm {
        if (frozen && !(affine && runningStatistics)) {
            throw new Refusal(
                    "frozen-in-part",
                    FROZEN.name(),
                    "a frozen batch normalization has scale, shift, mean and variance",
                    "leave affine and running_stats out");
        }
    }

    /** One that counts batches. */
    public BatchNorm(double epsilon, boolean affine, boolean runningStatistics, boolean frozen) {
        this(epsilon, affine, runningStatistics, frozen, true);
    }

    /** One that learns. */
    public BatchNorm(double epsilon, boolean affine, boolean runningStatistics) {
        this(epsilon, affine, runningStatistics, false);
    }

    @Override
    public String kind() {
        return "batchnorm";
    }

    static final OpRule<BatchNorm> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(ChannelNorm.EPSILON, AFFINE, RUNNING_STATISTICS, FROZEN, COUNTED);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected BatchNorm read(Arguments given, Inputs in) {
            return new BatchNorm(
                    given.get(ChannelNorm.EPSILON),
                    given.get(AFFINE),
                    given.get(RUNNING_STATISTICS),
                    given.get(FROZEN),
                    given.get(COUNTED));
        }

        @Override
        protected Attributes attributes(BatchNorm op) {
            Attributes attributes = new Attributes()
                    .and(ChannelNorm.EPSILON, op.epsilon)
                    .and(AFFINE, op.affine)
                    .and(RUNNING_STATISTICS, op.runningStatistics);
            if (op.frozen) {
                attributes.and(FROZEN, true);
            }
            return op.counted ? attributes : attributes.and(COUNTED, false);
        }

        @Override
        protected List<Formula> infer(BatchNorm op, Inputs in) {
            return Extents.channelsRequired(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(BatchNorm op, Inputs in) {
            return op.frozen
                    ? ChannelNorm.frozen(in.only())
                    : ChannelNorm.weights(in.only(), op.affine, op.runningStatistics, op.counted);
        }

        /** A multiply and an add per element; no sum of products, so no multiply-add. */
        @Override
        protected Work work(BatchNorm op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            return Work.NONE.and(ElementaryOperation.MULTIPLY, elements).and(ElementaryOperation.ADD, elements);
        }

        /** Without running statistics, mean and variance are those of the map. */
        @Override
        protected Reach reach(BatchNorm op, Inputs in) {
            return op.runningStatistics ? Reach.POINTWISE : Reach.WHOLE_CHANNEL;
        }

        @Override
        protected Storage storage(BatchNorm op) {
            return Storage.IN_PLACE;
        }

        /**
         * {@code NativeBatchNormBackward0} keeps the input, and the mean and the inverse deviation of each channel. On a CPU both
         * have the type of the input, in half precision as well ({@code batch_norm_cpu} of ATen's {@code Normalization.cpp}). A frozen
         * one is a product with a number of each channel, which {@code MulBackward0} keeps, and a sum.
         */
        @Override
        protected Tape tape(BatchNorm op, Inputs in, Shape out) {
            Formula channels = Formula.of(in.only().axis(1));
            if (op.frozen) {
                SavedForBackward scale =
                        SavedForBackward.NOTHING.and(new SavedForBackward.Extra("scale", channels, Element.OF_NETWORK));
                return Tape.of(
                        in,
                        TapeEntry.of(in, out).named("product").keeping(scale),
                        TapeEntry.on(List.of(1), out).giving(TapeEntry.Gradient.PASSED_ON));
            }
            SavedForBackward kept = SavedForBackward.OPERANDS
                    .and(new SavedForBackward.Extra("mean", channels, Element.OF_NETWORK))
                    .and(new SavedForBackward.Extra("inverse deviation", channels, Element.OF_NETWORK));
            return Tape.of(in, TapeEntry.of(in, out).keeping(kept).withParameters());
        }
    };
}
