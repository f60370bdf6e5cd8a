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
    VIEW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
