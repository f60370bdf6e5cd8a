package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out axes of one element: N×C×1×1 to N×C (PyTorch {@code squeeze}). Without axes it takes out all that there are, but never
 * the batch, which PyTorch's {@code squeeze()} takes as well where it is 1. An axis that is named and has another extent is a
 * mistake, as in ONNX; PyTorch leaves it.
 *
 * @param axes from 0, never negative; none: all of one element
 */
public record Squeeze(List<Integer> axes) implements Op {
    private static final Argument<List<Integer>> AXES = Argument.integers(
                    "axes", "axes of one element that are taken out; all after the batch if left out")
            .orDerived()
            .asUsual();

    public Squeeze {
        axes = List.copyOf(axes);
        if (axes.stream().anyMatch(axis -> axis < 0)) {
            throw new IllegalArgumentException("no such axes: " + axes);
        }
    }

    @Override
    public String kind() {
        return "squeeze";
    }

    static final OpRule<Squeeze> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXES);
        }

        @Override
        protected Squeeze read(Arguments given, Inputs in) {
            return new Squeeze(given.find(AXES)
                    .map(axes -> Extents.axes(AXES.name(), axes, in.only()))
                    .orElse(List.of()));
        }

        @Override
        protected Attributes attributes(Squeeze op) {
            return op.axes.isEmpty() ? new Attributes() : new Attributes().and(AXES, op.axes);
        }

        @Override
        protected List<Formula> infer(Squeeze op, Inputs in) {
            List<Formula> extents = new ArrayList<>();
            for (int axis : left(op, in.only())) {
                extents.add(Formula.of(in.only().axis(axis)));
            }
            return extents;
        }

        @Override
        protected Reach reach(Squeeze op, Inputs in) {
            return Reach.RESHAPED;
        }

        @Override
        protected Storage storage(Squeeze op) {
            return Storage.VIEW;
        }

        /** {@code SqueezeBackward1}, {@code …2} or {@code …0}: the gradient is a view as well. */
        @Override
        protected Tape tape(Squeeze op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.view(0, out));
        }
    };

    /** The axes that stay. */
    private static List<Integer> left(Squeeze op, Shape x) {
        List<Integer> taken = Extents.axes(AXES.name(), op.axes, x);
        List<Integer> left = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (taken.contains(axis)) {
                requireOne(axis, x);
            } else if (!taken.isEmpty() || axis == 0 || x.extent(axis) != 1) {
                left.add(axis);
            }
        }
        return left;
    }

    private static void requireOne(int axis, Shape x) {
        if (x.axis(axis) instanceof Extent.Known known && known.value() != 1) {
            throw new Refusal(
                    "elements-differ",
                    AXES.name(),
                    "axis " + axis + " of " + x + " has " + known.value() + " elements, not 1",
                    "name an axis of one element, or write select or flatten");
        }
    }
}
