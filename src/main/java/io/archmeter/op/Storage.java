package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;

/** Where an operator's output may lie, at inference. */
public enum Storage {
    /** In memory of its own. */
    OWN,
    /**
     * In the place of an input of the same size that nobody else reads: each element is computed from elements at its own
     * position, or after all that it needs has been read.
     */
    IN_PLACE,
    /** It is the input, perhaps under another shape: nothing is computed and nothing is moved. */
    VIEW,
    /**
     * Its outputs are the parts of its input along an axis, one after the other, and together all of it. A part that lies in one piece
     * there, because all extents before the axis are 1, is not moved.
     */
    PARTS,
    /** It is a weight of the layer: nothing is computed, and no memory is taken beside the weights. */
    WEIGHT;

    /** Whether it can be said of outputs, which have to be the input, or its parts, where they lie in it. */
    boolean fits(Shape in, List<Shape> out) {
        return switch (this) {
            case OWN, IN_PLACE, WEIGHT -> true;
            case VIEW -> out.get(0).elements() == in.elements();
            case PARTS -> areParts(in, out);
        };
    }

    private static boolean areParts(Shape in, List<Shape> out) {
        int axis = 0;
        while (axis < in.rank() - 1
                && axis < out.get(0).rank()
                && in.extent(axis) == out.get(0).extent(axis)) {
            axis++;
        }
        long rest = in.extent(axis);
        for (Shape part : out) {
            if (part.rank() != in.rank()
                    || !part.equals(in.with(axis, part.extent(axis)))
                    || part.extent(axis) > rest) {
                return false;
            }
            rest -= part.extent(axis);
        }
        return rest == 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
