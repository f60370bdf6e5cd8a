package io.archmeter.op;

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
    PARTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
