package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Attention of several heads between linear layers (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.2): PyTorch's {@code
 * MultiheadAttention} with {@code batch_first}, and without the weights of the keys among its outputs. Queries are N×T×E; keys and values,
 * N×S×…, may have other channels.
 *
 * @param heads how many E is divided into
 * @param bias whether the four linear layers add biases
 * @param causal whether a query sees no key that stands behind its own place
 * @param mask whether the last input is one, and what is done with it
 */
public record MultiheadAttention(long heads, boolean bias, boolean causal, AttentionMask mask) implements Op {
    private static final Argument<Long> HEADS =
            Argument.count("heads", "heads that the channels are divided into").asUsual();
    private static final Argument<Boolean> BIAS =
            Argument.flag("bias", "whether the linear layers add biases").or(true);
    private static final Argument<Boolean> CAUSAL = Argument.flag(
                    "causal", "whether a query sees only keys up to its own place")
            .or(false);

    public MultiheadAttention {
        if (heads < 1) {
            throw new IllegalArgumentException("no such attention: " + heads + " heads");
        }
    }

    @Override
    public String kind() {
        return "multiheadattention";
    }

    static final OpRule<MultiheadAttention> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(HEADS, BIAS, CAUSAL, AttentionMask.GIVEN);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.PRODUCT, Trait.FEATURES_LAST, Trait.MASKED);
        }

        @Override
        protected MultiheadAttention read(Arguments given, Inputs in) {
            boolean causal = given.get(CAUSAL);
            AttentionMask mask = AttentionMask.read("multiheadattention", given.get(AttentionMask.GIVEN), causal, in);
            return new MultiheadAttention(given.get(HEADS), given.get(BIAS), causal, mask);
        }

        @Override
        protected Attributes attributes(MultiheadAttention op) {
            Attributes attributes =
                    new Attributes().and(HEADS, op.heads).and(BIAS, op.bias).and(CAUSAL, op.causal);
            return op.mask == AttentionMask.NONE ? attributes : attributes.and(AttentionMask.GIVEN, true);
        }

        @Override
        protected List<Formula> infer(MultiheadAttention op, Inputs in) {
            op.shapes(in);
            return Extents.same(in.first());
        }

        @Override
        protected List<WeightDeclaration> weights(MultiheadAttention op, Inputs all) {
            Inputs in = op.mask.tensors(all);
            List<WeightDeclaration> weights = new ArrayList<>();
            long channels = channels(in, 0);
            long ofKeys = channels(in, 1);
            long ofValues = channels(in, 2);
            if (ofKeys == channels && ofValues == channels) {
                weights.add(WeightDeclaration.parameter("in_proj_weight", Math.multiplyExact(3, channels), channels));
            } else {
                weights.add(WeightDeclaration.parameter("q_proj_weight", channels, channels));
                weights.add(WeightDeclaration.parameter("k_proj_weight", channels, ofKeys));
                weights.add(WeightDeclaration.parameter("v_proj_weight", channels, ofValues));
            }
            if (op.bias) {
                weights.add(WeightDeclaration.parameter("in_proj_bias", Math.multiplyExact(3, channels)));
            }
            weights.add(WeightDeclaration.parameter("out_proj.weight", channels, channels));
            if (op.bias) {
                weights.add(WeightDeclaration.parameter("out_proj.bias", channels));
            }
            return weights;
        }

        /** Four linear layers, and the attention between them. */
        @Override
        protected Work work(MultiheadAttention op, Inputs all, Shape out) {
            Inputs in = op.mask.tensors(all);
            Formula queries = Formula.elements(out);
            Formula keys = Formula.elements(MultiheadAttention.input(in, 1).with(2, out.axis(2)));
            Formula channels = Formula.of(out.axis(2));
            Work layers = Work.multiplyAdds(Formula.sum(
                    Formula.product(queries, channels),
                    Formula.product(keys, Formula.of(channels(in, 1))),
                    Formula.product(keys, Formula.of(channels(in, 2))),
                    Formula.product(queries, channels)));
            if (op.bias) {
                layers = layers.and(
                        ElementaryOperation.ADD,
                        Formula.sum(Formula.product(Formula.of(2), queries), Formula.product(Formula.of(2), keys)));
            }
            return Attention.work(op.shapes(all), op.mask, layers);
        }

        /** An element sees all channels of all positions. */
        @Override
        protected Reach reach(MultiheadAttention op, Inputs in) {
            return op.mask.reach(in);
        }

        @Override
        protected Storage storage(MultiheadAttention op) {
            return Storage.OWN;
        }

        @Override
        protected Tape tape(MultiheadAttention op, Inputs in, Shape out) {
            return MultiheadAttentionTape.of(op.shapes(in), op.mask, in, out);
        }
    };

    /** What queries (0), keys (1) or values (2) are made of. */
    static Shape input(Inputs in, int which) {
        return in.shapes().get(Math.min(which, in.size() - 1));
    }

    private static long channels(Inputs in, int which) {
        return input(in, which).extent(2);
    }

    /** Of what the first three layers put out, which is as wide for keys and values as for queries. */
    private AttentionShapes shapes(Inputs all) {
        Inputs in = mask.tensors(all);
        for (Shape shape : in.shapes()) {
            if (shape.rank() != 3) {
                throw new Refusal(
                        "wrong-rank",
                        "",
                        kind() + " takes N×T×C, but an input is " + shape,
                        "give it an axis of positions, and one of channels as the last");
            }
        }
        Shape query = in.first();
        AttentionShapes shapes = AttentionShapes.of(
                kind(),
                heads,
                new Inputs(
                        in.shapes().stream()
                                .map(shape -> shape.with(2, query.axis(2)))
                                .toList(),
                        in.types()));
        mask.require(kind(), all, shapes.scores());
        return shapes;
    }
}
