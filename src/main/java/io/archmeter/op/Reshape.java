package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The same elements in the same order under another shape (PyTorch {@code view} and {@code reshape}, Keras {@code Reshape}). The
 * batch stays, and the shape is that of a sample, as everywhere in a spec, unless it is said to have the batch.
 *
 * @param shape the extents; −1 once at most, for the one that follows from the others
 * @param batch whether the first of them is that of the batch
 */
public record Reshape(List<Long> shape, boolean batch) implements Op {
    /** Stands for the extent that follows from the others. */
    public static final long REST = -1;

    private static final Argument<List<Long>> SHAPE = Argument.sizes(
                    "shape", "extents after the batch, one of which may be -1: what is left for it")
            .asUsual();
    private static final Argument<Boolean> BATCH = Argument.flag(
                    "batch", "whether the shape begins with the extent of the batch, which stays otherwise")
            .or(false);

    public Reshape {
        shape = List.copyOf(shape);
        if (shape.stream().anyMatch(extent -> extent < 1 && extent != REST)) {
            throw new IllegalArgumentException("no such shape: " + shape);
        }
    }

    @Override
    public String kind() {
        return "reshape";
    }

    static final OpRule<Reshape> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SHAPE, BATCH);
        }

        @Override
        protected Reshape read(Arguments given, Inputs in) {
            return new Reshape(given.get(SHAPE), given.get(BATCH));
        }

        @Override
        protected Attributes attributes(Reshape op) {
            return new Attributes().and(SHAPE, op.shape).and(BATCH, op.batch);
        }

        @Override
        protected List<Formula> infer(Reshape op, Inputs in) {
            Shape x = in.only();
            long given = given(op);
            requireElements(op, given, x);
            List<Formula> taken = Extents.same(op.batch ? x : x.sample());
            Formula elements = taken.size() == 1 ? taken.get(0) : Formula.product(taken);
            List<Formula> extents = new ArrayList<>(op.batch ? List.of() : List.of(Formula.of(x.axis(0))));
            for (long extent : op.shape) {
                Formula rest = given == 1 ? elements : Formula.floor(elements, given);
                extents.add(extent == REST ? rest : Formula.of(extent));
            }
            return extents;
        }

        @Override
        protected Reach reach(Reshape op, Inputs in) {
            return Reach.RESHAPED;
        }

        @Override
        protected Storage storage(Reshape op) {
            return Storage.VIEW;
        }

        /** {@code ViewBackward0}: the gradient is a view as well. */
        @Override
        protected Tape tape(Reshape op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.view(0, out));
        }
    };

    /** The product of the extents that are given. */
    private static long given(Reshape op) {
        long product = 1;
        for (long extent : op.shape) {
            product = extent == REST ? product : Math.multiplyExact(product, extent);
        }
        return product;
    }

    private static void requireElements(Reshape op, long given, Shape x) {
        long rests = op.shape.stream().filter(extent -> extent == REST).count();
        if (rests > 1) {
            throw new Refusal(
                    "out-of-range",
                    SHAPE.name(),
                    SHAPE.name() + " has " + rests + " extents of -1",
                    "write -1 once at most: only one extent can follow from the others");
        }
        Shape taken = op.batch ? x : x.sample();
        if (taken.unknown().isPresent()) {
            return;
        }
        long elements = taken.elements();
        if (rests == 1 ? elements % given != 0 : elements != given) {
            throw new Refusal(
                    "elements-differ",
                    SHAPE.name(),
                    SHAPE.name() + " " + op.shape
                            + (rests == 1 ? " divides by " + given : " has " + given + " elements") + ", but "
                            + (op.batch ? "" : "a sample of ") + x + " has " + elements,
                    "use extents whose product is " + elements + ", one of which may be -1");
        }
    }
}
