package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A row of a table for each index: N×… of whole numbers to N×…×dimension (PyTorch {@code Embedding}, ONNX {@code Gather}); weights are
 * embeddings×dimension.
 *
 * @param embeddings rows of the table
 * @param dimension elements of a row
 * @param padding the row that training leaves as it is, from 0; it costs what others do
 */
public record Embedding(long embeddings, long dimension, OptionalLong padding) implements Op {
    static final Argument<Long> EMBEDDINGS =
            Argument.count("num_embeddings", "rows of the table").asUsual();
    static final Argument<Long> DIMENSION = Argument.count("embedding_dim", "elements of a row");
    static final Argument<Integer> PADDING = Argument.integer(
                    "padding_idx", "row that training leaves as it is, from the end if it is negative")
            .orDerived();

    public Embedding {
        if (embeddings < 1 || dimension < 1 || padding.orElse(0) < 0 || padding.orElse(0) >= embeddings) {
            throw new IllegalArgumentException("no such table: " + embeddings + " rows of " + dimension);
        }
    }

    @Override
    public String kind() {
        return "embedding";
    }

    static final OpRule<Embedding> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(EMBEDDINGS, DIMENSION, PADDING);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.INDICES);
        }

        @Override
        protected Embedding read(Arguments given, Inputs in) {
            return new Embedding(given.get(EMBEDDINGS), given.get(DIMENSION), row(given));
        }

        @Override
        protected Attributes attributes(Embedding op) {
            Attributes attributes =
                    new Attributes().and(EMBEDDINGS, op.embeddings).and(DIMENSION, op.dimension);
            op.padding.ifPresent(row -> attributes.and(PADDING, Math.toIntExact(row)));
            return attributes;
        }

        @Override
        protected List<OutputDeclaration> outputs(Embedding op, Inputs in) {
            List<Formula> extents = new ArrayList<>(Extents.same(in.only()));
            extents.add(Formula.of(op.dimension));
            return List.of(new OutputDeclaration("", extents, DType.FLOAT32));
        }

        @Override
        protected List<WeightDeclaration> weights(Embedding op, Inputs in) {
            return List.of(WeightDeclaration.parameter("weight", op.embeddings, op.dimension));
        }

        /** Rows are copied. */
        @Override
        protected Work work(Embedding op, Inputs in, List<Shape> out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(Embedding op, Inputs in) {
            List<Integer> from = Reach.Mapped.axes(in.only().rank());
            from.add(Reach.Mapped.ALL);
            return Reach.Mapped.of(from);
        }

        @Override
        protected Storage storage(Embedding op) {
            return Storage.OWN;
        }

        /** {@code EmbeddingBackward0} keeps the indices, as they came in. */
        @Override
        protected Tape tape(Embedding op, Inputs in, List<Shape> out) {
            return Tape.of(
                    in,
                    TapeEntry.of(in, out.get(0))
                            .keeping(SavedForBackward.OPERANDS)
                            .withParameters());
        }
    };

    /** The row that training leaves as it is, from 0; throws {@link Refusal} where there is no such row. */
    static OptionalLong row(Arguments given) {
        if (given.find(PADDING).isEmpty()) {
            return OptionalLong.empty();
        }
        long rows = given.get(EMBEDDINGS);
        long written = given.get(PADDING);
        long row = written < 0 ? written + rows : written;
        if (row < 0 || row >= rows) {
            throw new Refusal(
                    "out-of-range",
                    PADDING.name(),
                    PADDING.name() + " " + written + " is not a row of a table of " + rows,
                    "use a row from 0 to " + (rows - 1) + ", or from -1 (the last) to -" + rows);
        }
        return OptionalLong.of(row);
    }
}
