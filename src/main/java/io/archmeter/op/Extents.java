package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

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

    /** Whether nothing is known that makes two shapes differ, but along some axes perhaps. */
    static boolean canBeEqual(Shape one, Shape other, IntPredicate differing) {
        boolean equal = one.rank() == other.rank();
        for (int axis = 0; axis < one.rank() && equal; axis++) {
            equal = differing.test(axis) || canBeEqual(one.axis(axis), other.axis(axis));
        }
        return equal;
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

    /** The place for one more axis of a shape; counted from the end where it is negative, it stands there afterwards. */
    static int place(String name, int axis, Shape x) {
        int found = axis < 0 ? axis + x.rank() + 1 : axis;
        if (found < 0 || found > x.rank()) {
            throw new Refusal(
                    "no-such-axis",
                    name,
                    name + " " + axis + " is no place for one more axis of " + x,
                    "use a place from 0 (before the batch) to " + x.rank() + ", or from -1 (the end) to -"
                            + (x.rank() + 1));
        }
        return found;
    }

    /** Refuses a list that has not one number for each axis after the batch. */
    static void requireOneEach(String name, int numbers, Shape x) {
        if (numbers != x.rank() - 1) {
            throw new Refusal(
                    "wrong-rank",
                    name,
                    name + " has " + numbers + (numbers == 1 ? " number" : " numbers") + ", but the input " + x
                            + " has " + (x.rank() - 1) + (x.rank() == 2 ? " axis" : " axes") + " after the batch",
                    "write one number for each axis after the batch");
        }
    }

    /** An image N×C×H×W. */
    static Shape image(Shape x) {
        if (x.rank() != 4) {
            throw new Refusal(
                    "wrong-rank",
                    "",
                    "works on images N×C×H×W, but the input is " + x,
                    "give it an input with a height and a width");
        }
        return x;
    }

    /** An extent divided by a number that divides it. */
    static Formula divided(String name, int axis, long divisor, Shape x) {
        if (x.axis(axis) instanceof Extent.Known extent && extent.value() % divisor != 0) {
            throw new Refusal(
                    "indivisible-extent",
                    name,
                    extent.value() + " of axis " + axis + " of " + x + " does not divide by " + divisor,
                    "use a factor that fits, or give the input an extent that divides");
        }
        return divisor == 1 ? Formula.of(x.axis(axis)) : Formula.floor(Formula.of(x.axis(axis)), divisor);
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
