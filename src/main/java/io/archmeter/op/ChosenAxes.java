package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Axes of a shape along which elements are taken together, from the front and each once. */
final class ChosenAxes {
    private ChosenAxes() {}

    /** What is written, where a negative number counts from the end. */
    static List<Integer> read(String name, List<Integer> written, Shape x) {
        TreeSet<Integer> axes = new TreeSet<>();
        for (int each : written) {
            int axis = Extents.axis(name, each, x);
            if (!axes.add(axis)) {
                throw new Refusal(
                        "out-of-range",
                        name,
                        name + " names axis " + axis + " of " + x + " twice",
                        "write each axis once; negative ones count from the end");
            }
        }
        return List.copyOf(axes);
    }

    /** The batch is none of them, since what belongs to one sample is normalized. */
    static void requireWithinSample(String name, List<Integer> axes, Shape x) {
        for (int axis : axes) {
            if (Extents.axis(name, axis, x) == 0) {
                throw new Refusal(
                        "out-of-range",
                        name,
                        name + " cannot be 0, which is the batch of " + x,
                        "use axes from 1 on; batchnorm normalizes over the batch");
            }
        }
    }

    /** How many elements are taken together. */
    static Formula together(List<Integer> axes, Shape x) {
        return Formula.product(
                axes.stream().map(axis -> Formula.of(x.axis(axis))).toList());
    }

    /** How many times. */
    static Formula times(List<Integer> axes, Shape x) {
        List<Formula> others = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (!axes.contains(axis)) {
                others.add(Formula.of(x.axis(axis)));
            }
        }
        return Formula.product(others);
    }
}
