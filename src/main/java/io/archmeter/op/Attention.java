package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * softmax(q·kᵀ·scale)·v (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.1; PyTorch {@code scaled_dot_product_attention}, ONNX
 * {@code Attention}). Queries, keys and values are N×T×C, which is divided into heads, or N×heads×T×D. Keys and values may have fewer
 * heads, each for several of the queries'. A mask may follow them, …×heads×T×T of queries and keys.
 *
 * @param heads how many of the queries N×T×C is divided into; 1 where the heads have an axis of their own
 * @param causal whether a query sees no key that stands behind its own place
 * @param scale what the products are multiplied with; empty: 1 by the root of D
 * @param mask whether the last input is one, and what is done with it
 */
public record Attention(long heads, boolean causal, Optional<Double> scale, AttentionMask mask) implements Op {
    private static final Argument<Long> HEADS =
            Argument.count("heads", "heads that N×T×C is divided into").or(1L).asUsual();
    private static final Argument<Boolean> CAUSAL = Argument.flag(
                    "causal", "whether a query sees only keys up to its own place")
            .or(false);
    private static final Argument<Double> SCALE = Argument.number(
                    "scale", "what products of queries and keys are multiplied with, by default 1 by the root of D")
            .orDerived();

    public Attention {
        if (heads < 1) {
            throw new IllegalArgumentException("no such attention: " + heads + " heads");
        }
    }

    @Override
    public String kind() {
        return "attention";
    }

    static final OpRule<Attention> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(HEADS, CAUSAL, SCALE, AttentionMask.GIVEN);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.FEATURES_LAST, Trait.MASKED);
        }

        @Override
        protected Attention read(Arguments given, Inputs in) {
            boolean causal = given.get(CAUSAL);
            AttentionMask mask = AttentionMask.read("attention", given.get(AttentionMask.GIVEN), causal, in);
            return new Attention(given.get(HEADS), causal, given.find(SCALE), mask);
        }

        @Override
        protected Attributes attributes(Attention op) {
            Attributes attributes = new Attributes().and(HEADS, op.heads).and(CAUSAL, op.causal);
            op.scale.ifPresent(scale -> attributes.and(SCALE, scale));
            return op.mask == AttentionMask.NONE ? attributes : attributes.and(AttentionMask.GIVEN, true);
        }

        @Override
        protected List<Formula> infer(Attention op, Inputs in) {
            return op.shapes(in).output();
        }

        @Override
        protected List<WeightDeclaration> weights(Attention op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(Attention op, Inputs in, Shape out) {
            return Attention.work(op.shapes(in), op.mask, Work.NONE);
        }

        /** Through the products of queries and keys an element sees all keys, and all elements of its head in them. */
        @Override
        protected Reach reach(Attention op, Inputs in) {
            return op.mask.reach(in);
        }

        @Override
        protected Storage storage(Attention op) {
            return Storage.OWN;
        }

        @Override
        protected Tape tape(Attention op, Inputs in, Shape out) {
            return AttentionTape.of(op.shapes(in), op.mask, in, out);
        }
    };

    private AttentionShapes shapes(Inputs in) {
        AttentionShapes shapes = AttentionShapes.of(kind(), heads, mask.tensors(in));
        mask.require(kind(), in, shapes.scores());
        return shapes;
    }

    /**
     * N·heads·Tq·Tk·D multiply-adds for the products of queries and keys, and N·heads·Tq·Tk·Dv for those with the values: a causal mask
     * does not lower that, for it hides what is computed, or a part of it that depends on how it is computed. Each product is scaled, and
     * a softmax is taken of them: a comparison, two adds, an exponential and a division.
     *
     * @param before what else is computed
     */
    static Work work(AttentionShapes shapes, AttentionMask mask, Work before) {
        Formula scores = Formula.elements(shapes.scores());
        Formula products = Formula.sum(
                Formula.product(scores, Formula.of(shapes.depth())),
                Formula.product(scores, Formula.of(shapes.valueDepth())));
        Formula all = before == Work.NONE ? products : Formula.sum(before.multiplyAdds(), products);
        return mask.work(new Work(all, all, before.others()), scores)
                .and(ElementaryOperation.ADD, Formula.product(Formula.of(2), scores))
                .and(ElementaryOperation.MULTIPLY, scores)
                .and(ElementaryOperation.DIVIDE, scores)
                .and(ElementaryOperation.COMPARE, scores)
                .and(ElementaryOperation.EXPONENTIAL, scores);
    }
}
