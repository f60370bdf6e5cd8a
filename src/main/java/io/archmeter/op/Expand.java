package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Repeats what an axis of one element has (PyTorch {@code expand}, which moves nothing; ONNX {@code Expand}). The batch stays, or grows
 * from 1 to that of a second input, of which nothing else is taken: {@code class_token.expand(x.shape[0], -1, -1)}.
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
        protected Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE, Trait.SHAPED_BY_ANOTHER);
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
            Shape x = in.size() == 2 ? in.first() : in.only();
            Extents.requireOneEach(SHAPE.name(), op.shape.size(), x);
            List<Formula> extents = new ArrayList<>(Extents.same(x));
            if (in.size() == 2) {
                extents.set(0, batch(x, in.shapes().get(1)));
            }
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
            List<Integer> from = Reach.Mapped.axes(in.first().rank());
            List<Optional<List<Integer>>> inputs = new ArrayList<>(Collections.nCopies(in.size(), Optional.empty()));
            inputs.set(0, Optional.of(from));
            return new Reach.Mapped(inputs);
        }

        @Override
        protected Storage storage(Expand op) {
            return Storage.OWN;
        }

        /** {@code ExpandBackward0}: a view that shows elements several times, whose gradient is summed. */
        @Override
        protected Tape tape(Expand op, Inputs in, Shape out) {
            return Tape.of(
                    in, TapeEntry.view(0, out).showing(new View.Expanded()).giving(TapeEntry.Gradient.COMPUTED));
        }
    };

    private static Formula batch(Shape x, Shape other) {
        if (x.rank() == 0 || other.rank() == 0) {
            throw new Refusal(
                    "wrong-rank",
                    "",
                    "expands the batch of " + written(x) + " to that of " + written(other),
                    "give both an axis for the batch, or leave out the second input");
        }
        if (x.axis(0).equals(Extent.of(1))) {
            return Formula.of(other.axis(0));
        }
        if (!Extents.canBeEqual(x.axis(0), other.axis(0))) {
            throw new Refusal(
                    "elements-differ",
                    "",
                    "a batch of " + x.axis(0).text() + " cannot become one of "
                            + other.axis(0).text(),
                    "expand a tensor with a batch of 1, such as a parameter, or leave out the second input");
        }
        return Formula.of(x.axis(0));
    }

    private static String written(Shape shape) {
        return shape.rank() == 0 ? "a single number" : shape.toString();
    }

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
