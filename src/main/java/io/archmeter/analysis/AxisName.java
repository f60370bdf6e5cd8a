package io.archmeter.analysis;

import java.util.List;

/**
 * What the axes of a tensor are called.
 *
 * @since 0.2.0
 */
public final class AxisName {
    private AxisName() {}

    /**
     * {@code height}; {@code axis 2} where a tensor has more or fewer axes than an image.
     *
     * @param axis its number, from 0 for the batch
     * @param rank how many axes the tensor has
     */
    public static String of(int axis, int rank) {
        if (axis == 0) {
            return "batch";
        }
        if (axis == 1) {
            return rank == 2 ? "features" : "channels";
        }
        return rank == 4 ? List.of("height", "width").get(axis - 2) : "axis " + axis;
    }

    /** The same of an axis that has positions: one where the channels of others lie is called by its number. */
    public static String ofPosition(int axis, int rank) {
        return axis < 2 ? "axis " + axis : of(axis, rank);
    }
}
