package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeats a tensor along its axes: 1 2 3 to 1 2 3 1 2 3 (PyTorch {@code repeat} and {@code tile}, ONNX {@code Tile}). The batch
 * stays.
 *
 * @param repeats how many times, for each axis after the batch
 */
public record Tile(List<Long> repeats) implements Op {
    private static final Argument<List<Long>> REPEATS = Argument.counts(
                    "repeats", "how many times the tensor is there, along each axis after the batch")
            .asUsual();

    public Tile {
        repeats = List.copyOf(repeats);
        if (repeats.stream().anyMatch(times -> times < 1)) {
            throw new IllegalArgumentException("no such repetition: " + repeats);
        }
    }

    @Override
    public String kind() {
        return "tile";
    }

    static final OpRule<Tile> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(REPEATS);
        }

        @Override
        protected Tile read(Arguments given, Inputs in) {
            return new Tile(given.get(REPEATS));
        }

        @Override
        protected Attributes attributes(Tile op) {
            return new Attributes().and(REPEATS, op.repeats);
        }

        @Override
        protected List<Formula> infer(Tile op, Inputs in) {
            Shape x = in.only();
            Extents.requireOneEach(REPEATS.name(), op.repeats.size(), x);
            List<Formula> extents = new ArrayList<>(Extents.same(x));
            for (int axis = 1; axis < x.rank(); axis++) {
                long times = op.repeats.get(axis - 1);
                Formula extent = Formula.of(x.axis(axis));
                extents.set(axis, times == 1 ? extent : Formula.product(Formula.of(times), extent));
            }
            return extents;
        }

        @Override
        protected Reach reach(Tile op, Inputs in) {
            List<Integer> repeated = new ArrayList<>();
            for (int axis = 1; axis < in.only().rank(); axis++) {
                if (op.repeats.get(axis - 1) != 1) {
                    repeated.add(axis);
                }
            }
            return repeated.isEmpty() ? Reach.POINTWISE : new Reach.Moved(repeated);
        }

        @Override
        protected Storage storage(Tile op) {
            return Storage.OWN;
        }

        /** {@code RepeatBackward0} sums the gradient over the repetitions. */
        @Override
        protected Tape tape(Tile op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
