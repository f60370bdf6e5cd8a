package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeats what an axis of one element has (PyTorch {@code expand}, which moves nothing; ONNX {@code Expand}). The batch stays.
 *
 * @param shape the extents after the batch; −1 for those that stay
 */
public record Expand(List<Long> shape) implements Op {
    /** Stands for an extent that stays. */
    public static final long SAME = -1;

    private static final Argument<List<Long>> SHAPE = Argument.sizes(
                    "shape", "extents after the batch, to which axes of one element grow; -1 for those that stay")
            .asUsual();

    public Expand {
        shape = List.copyOf(shape);
        if (shape.stream().anyMatch(extent -> extent < 1 && extent != SAME)) {
            throw new IllegalArgumentException("no such shape: " + shape);
        }
    }

    @Override
    public String kind() {
        return "expand";
    }

    static final OpRule<Expand> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SHAPE);
        }

        @Override
        protected Expand read(Arguments given, Inputs in) {
            return new Expand(given.get(SHAPE));
        }

        @Override
        protected Attributes attributes(Expand op) {
            return new Attributes().and(SHAPE, op.shape);
        }

        @Override
        protected List<Formula> infer(Expand op, Inputs in) {
            Shape x = in.only();
            Extents.requireOneEach(SHAPE.name(), op.shape.size(), x);
            List<Formula> extents = new ArrayList<>(Extents.same(x));
            for (int axis = 1; axis < x.rank(); axis++) {
                long extent = op.shape.get(axis - 1);
                if (extent != SAME) {
                    requireGrowth(axis, extent, x);
                    extents.set(axis, Formula.of(extent));
                }
            }
            return extents;
        }

        @Override
        protected Reach reach(Expand op, Inputs in) {
            return Extents.reachOfRepeated(in.only(), axis -> {
                long extent = op.shape.get(axis - 1);
                return extent != SAME && extent != in.only().extent(axis);
            });
        }

        @Override
        protected Storage storage(Expand op) {
            return Storage.OWN;
        }

        /** {@code ExpandBackward0}: a view that shows elements several times, whose gradient is summed. */
        @Override
        protected Tape tape(Expand op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.view(0, out).giving(TapeEntry.Gradient.COMPUTED));
        }
    };

    private static void requireGrowth(int axis, long extent, Shape x) {
        if (x.axis(axis) instanceof Extent.Known known && known.value() != 1 && known.value() != extent) {
            throw new Refusal(
                    "elements-differ",
                    SHAPE.name(),
                    "axis " + axis + " of " + x + " has " + known.value() + " elements, which cannot become " + extent,
                    "write -1 for an extent that stays; only an axis of one element is expanded, and tile repeats others");
        }
    }
}
