package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** Extents of outputs that follow the input's. */
final class Extents {
    private Extents() {}

    /** The output has the input's shape. */
    static List<Formula> same(Shape x) {
        List<Formula> extents = new ArrayList<>(x.rank());
        for (int axis = 0; axis < x.rank(); axis++) {
            extents.add(Formula.of(x.axis(axis)));
        }
        return extents;
    }

    /** Whether nothing is known that makes them differ. */
    static boolean canBeEqual(Extent one, Extent other) {
        return one instanceof Extent.Unknown || other instanceof Extent.Unknown || one.equals(other);
    }

    /** The output has the input's shape, and there must be channels after the batch. */
    static List<Formula> channelsRequired(Shape x) {
        if (x.rank() < 2) {
            throw new Refusal(
                    "wrong-rank",
                    "",
                    "works on the channels of N×C×…, but the input is " + x,
                    "give the input an axis of channels");
        }
        return same(x);
    }

    /** Axes of a shape, each once. */
    static List<Integer> axes(String name, List<Integer> axes, Shape x) {
        List<Integer> found = new ArrayList<>();
        for (int axis : axes) {
            int one = axis(name, axis, x);
            if (found.contains(one)) {
                throw new Refusal(
                        "axis-twice", name, name + " names axis " + one + " of " + x + " twice", "name each axis once");
            }
            found.add(one);
        }
        return found;
    }

    /** The axis of a shape, counted from the end where it is negative. */
    static int axis(String name, int axis, Shape x) {
        int found = axis < 0 ? axis + x.rank() : axis;
        if (found < 0 || found >= x.rank()) {
            throw new Refusal(
                    "no-such-axis",
                    name,
                    name + " " + axis + " is not an axis of " + x,
                    "use an axis from 0 (the batch) to " + (x.rank() - 1) + ", or from -1 (the last) to -" + x.rank());
        }
        return found;
    }
}
