package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Instance normalization of N×C×… (Ulyanov et al. 2016, arXiv:1607.08022; PyTorch {@code InstanceNorm2d}, ONNX {@code
 * InstanceNormalization}): each channel of each sample is normalized by its own mean and variance, or by running ones.
 *
 * @param epsilon what is added to the variance
 * @param affine whether a scale and a shift for each channel are learnt
 * @param runningStatistics whether mean, variance and the count of batches are kept, and taken at inference
 */
public record InstanceNorm(double epsilon, boolean affine, boolean runningStatistics) implements Op {
    private static final Argument<Boolean> AFFINE = ChannelNorm.affine(false);
    private static final Argument<Boolean> RUNNING_STATISTICS = ChannelNorm.runningStatistics(false);

    @Override
    public String kind() {
        return "instancenorm";
    }

    static final OpRule<InstanceNorm> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(ChannelNorm.EPSILON, AFFINE, RUNNING_STATISTICS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected InstanceNorm read(Arguments given, Inputs in) {
            return new InstanceNorm(given.get(ChannelNorm.EPSILON), given.get(AFFINE), given.get(RUNNING_STATISTICS));
        }

        @Override
        protected Attributes attributes(InstanceNorm op) {
            return new Attributes()
                    .and(ChannelNorm.EPSILON, op.epsilon)
                    .and(AFFINE, op.affine)
                    .and(RUNNING_STATISTICS, op.runningStatistics);
        }

        @Override
        protected List<Formula> infer(InstanceNorm op, Inputs in) {
            Shape x = in.only();
            if (x.spatialRank() < 1) {
                throw new Refusal(
                        "wrong-rank",
                        "",
                        "normalizes each map of N×C×H×W or another shape with spatial axes, but the input is " + x,
                        "put this layer before the tensor is flattened, or use layernorm");
            }
            if (!op.runningStatistics && hasOnePosition(x)) {
                throw new Refusal(
                        "one-position",
                        "",
                        "normalizes each map by its own statistics, but a map of " + x + " has one position",
                        "leave this layer out, or set running_stats: true");
            }
            return Extents.same(x);
        }

        /** PyTorch refuses it as well ({@code _verify_spatial_size} of {@code torch.nn.functional}). */
        private boolean hasOnePosition(Shape x) {
            return x.axes().stream().skip(2).allMatch(Extent.of(1)::equals);
        }

        @Override
        protected List<WeightDeclaration> weights(InstanceNorm op, Inputs in) {
            return ChannelNorm.weights(in.only(), op.affine, op.runningStatistics);
        }

        /**
         * With running statistics a multiply and an add per element, as of a batch normalization. Otherwise per element an add for the
         * mean, a distance from it, its square and an add for the variance, then a multiply and an add; per map two divisions by the
         * number of elements, and a root. No sum of products, so no multiply-add.
         */
        @Override
        protected Work work(InstanceNorm op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            if (op.runningStatistics) {
                return Work.NONE.and(ElementaryOperation.ADD, elements).and(ElementaryOperation.MULTIPLY, elements);
            }
            return Work.NONE
                    .and(ElementaryOperation.ADD, Formula.product(Formula.of(4), elements))
                    .and(ElementaryOperation.MULTIPLY, Formula.product(Formula.of(2), elements))
                    .and(ElementaryOperation.DIVIDE, Formula.product(Formula.of(2), maps(out)))
                    .and(ElementaryOperation.POWER, maps(out));
        }

        private Formula maps(Shape x) {
            return Formula.product(Formula.of(x.axis(0)), Formula.of(x.axis(1)));
        }

        @Override
        protected Reach reach(InstanceNorm op, Inputs in) {
            return op.runningStatistics ? Reach.POINTWISE : Reach.WHOLE_CHANNEL;
        }

        @Override
        protected Storage storage(InstanceNorm op) {
            return Storage.IN_PLACE;
        }

        /**
         * To PyTorch it is a batch normalization of one sample of N·C channels, for which the tensors of the layer are repeated N
         * times ({@code instance_norm} of ATen's {@code Normalization.cpp}), between two views. {@code NativeBatchNormBackward0}
         * keeps the input, the mean and the inverse deviation of each map, and what is repeated of the weight and the running
         * statistics; the repeated bias is there for a moment, and so are the gradients of both, before they are summed to those of the parameters.
         */
        @Override
        protected Tape tape(InstanceNorm op, Inputs in, Shape out) {
            Formula maps = maps(out);
            List<String> extras = new ArrayList<>(List.of("mean", "inverse deviation"));
            if (op.affine) {
                extras.add("repeated weight");
            }
            if (op.runningStatistics) {
                extras.addAll(List.of("repeated mean", "repeated variance"));
            }
            SavedForBackward kept = SavedForBackward.OPERANDS;
            for (String extra : extras) {
                kept = kept.and(new SavedForBackward.Extra(extra, maps, Element.OF_NETWORK));
            }
            Formula bias = op.affine ? maps : Formula.ZERO;
            boolean summed = op.affine && !out.axis(0).equals(Extent.of(0));
            // 2·C of the 2·N·C elements are told as the gradients of the parameters.
            Formula sums = summed
                    ? Formula.product(Formula.of(2), Formula.difference(maps, Formula.of(out.axis(1))))
                    : Formula.ZERO;
            return Tape.of(
                    in,
                    TapeEntry.view(0, out),
                    TapeEntry.on(List.of(1), out)
                            .named("normalized")
                            .keeping(kept)
                            .withParameters()
                            .needing(bias, sums),
                    TapeEntry.view(2, out));
        }
    };
}
