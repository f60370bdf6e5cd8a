package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The rows of a table that the indices of a sample stand for, taken together: N×T of whole numbers to N×dimension (PyTorch {@code
 * EmbeddingBag} on matrices); weights are embeddings×dimension.
 *
 * @param embeddings rows of the table
 * @param dimension elements of a row
 * @param padding the row that is left out, from 0
 */
public record EmbeddingBag(long embeddings, long dimension, Mode mode, OptionalLong padding) implements Op {
    private static final Argument<Mode> MODE = Argument.choice(
                    "mode", "how the rows of a sample are taken together", Mode::named, "mean", "sum", "max")
            .or(Mode.MEAN);
    private static final Argument<Integer> PADDING = Argument.integer(
                    "padding_idx", "row that is left out, from the end if it is negative")
            .orDerived();

    /** How rows are taken together. */
    public enum Mode {
        MEAN,
        SUM,
        MAX;

        static Mode named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public EmbeddingBag {
        if (embeddings < 1 || dimension < 1 || padding.orElse(0) < 0 || padding.orElse(0) >= embeddings) {
            throw new IllegalArgumentException("no such table: " + embeddings + " rows of " + dimension);
        }
    }

    @Override
    public String kind() {
        return "embeddingbag";
    }

    static final OpRule<EmbeddingBag> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(Embedding.EMBEDDINGS, Embedding.DIMENSION, MODE, PADDING);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.INDICES);
        }

        @Override
        protected EmbeddingBag read(Arguments given, Inputs in) {
            return new EmbeddingBag(
                    given.get(Embedding.EMBEDDINGS),
                    given.get(Embedding.DIMENSION),
                    given.get(MODE),
                    Embedding.row(given));
        }

        @Override
        protected Attributes attributes(EmbeddingBag op) {
            Attributes attributes = new Attributes()
                    .and(Embedding.EMBEDDINGS, op.embeddings)
                    .and(Embedding.DIMENSION, op.dimension)
                    .and(MODE, op.mode);
            op.padding.ifPresent(row -> attributes.and(PADDING, Math.toIntExact(row)));
            return attributes;
        }

        @Override
        protected List<OutputDeclaration> outputs(EmbeddingBag op, Inputs in) {
            Shape x = in.only();
            if (x.rank() != 2) {
                throw new Refusal(
                        "wrong-rank",
                        "",
                        "embeddingbag takes N×T, but the input is " + x,
                        "give each sample one axis of indices, or use embedding");
            }
            List<Formula> extents = Extents.same(x);
            extents.set(1, Formula.of(op.dimension));
            return List.of(new OutputDeclaration("", extents, DType.FLOAT32));
        }

        @Override
        protected List<WeightDeclaration> weights(EmbeddingBag op, Inputs in) {
            return List.of(WeightDeclaration.parameter("weight", op.embeddings, op.dimension));
        }

        /** Per index an add or a comparison of each element; a mean divides in the end. What is left out counts. */
        @Override
        protected Work work(EmbeddingBag op, Inputs in, List<Shape> out) {
            Formula rows = Formula.product(Formula.elements(in.only()), Formula.of(op.dimension));
            return switch (op.mode) {
                case SUM -> Work.NONE.and(ElementaryOperation.ADD, rows);
                case MEAN ->
                    Work.NONE
                            .and(ElementaryOperation.ADD, rows)
                            .and(ElementaryOperation.DIVIDE, Formula.elements(out.get(0)));
                case MAX -> Work.NONE.and(ElementaryOperation.COMPARE, rows);
            };
        }

        @Override
        protected Reach reach(EmbeddingBag op, Inputs in) {
            return Reach.Mapped.of(0, Reach.Mapped.ALL);
        }

        @Override
        protected Storage storage(EmbeddingBag op) {
            return Storage.OWN;
        }

        /**
         * {@code EmbeddingBagBackward0} keeps the indices, where each bag begins and how many it has, for which index a maximum was
         * taken (the number of bags elsewhere), and the bag of each index, with one more, but for a plain sum ({@code
         * _embedding_bag_cpu} of ATen's {@code EmbeddingBag.cpp}); all as indices of 64 bits.
         */
        @Override
        protected Tape tape(EmbeddingBag op, Inputs in, List<Shape> out) {
            Formula bags = Formula.of(out.get(0).axis(0));
            SavedForBackward kept = SavedForBackward.OPERANDS
                    .and(new SavedForBackward.Extra("offsets", bags, Element.INT64))
                    .and(new SavedForBackward.Extra("bag sizes", bags, Element.INT64))
                    .and(new SavedForBackward.Extra(
                            "maximum indices",
                            op.mode == Mode.MAX ? Formula.elements(out.get(0)) : bags,
                            Element.INT64));
            if (op.mode != Mode.SUM || op.padding.isPresent()) {
                Formula each = Formula.sum(Formula.elements(in.only()), Formula.ONE);
                kept = kept.and(new SavedForBackward.Extra("bags of indices", each, Element.INT64));
            }
            return Tape.of(in, TapeEntry.of(in, out.get(0)).keeping(kept).withParameters());
        }
    };
}
