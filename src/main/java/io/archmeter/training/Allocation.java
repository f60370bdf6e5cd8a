package io.archmeter.training;

import java.util.Locale;

/**
 * Memory that is held for a while.
 *
 * @param use what it is for
 * @param layer to which it belongs: whose weights these are, or whose output, or what it keeps of its own; the network's input is a
 *     layer here
 * @param name that layer, with a word for what it keeps of its own, or a tensor of weights by its full name
 * @param first the moment at which it begins to be held
 * @param last the last moment at which it is held
 * @since 0.2.0
 */
public record Allocation(Use use, String layer, String name, long bytes, int first, int last) {
    /** What memory is held for. */
    public enum Use {
        WEIGHTS,
        OPTIMIZER_STATE,
        /** A tensor that layers pass on, and no backward pass needs. */
        ACTIVATION,
        /** A tensor that a backward pass needs. */
        KEPT,
        /** The derivative of the loss by a tensor that layers pass on. */
        GRADIENT,
        /** The derivative of the loss by parameters. */
        PARAMETER_GRADIENT,
        /** What an operation needs for a moment. */
        TEMPORARY;

        /** As in JSON: {@code optimizer_state}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Allocation {
        if (bytes < 0 || first < 0 || last < first) {
            throw new IllegalArgumentException("no such memory: " + bytes + " bytes from " + first + " to " + last);
        }
    }

    public boolean isHeldAt(int moment) {
        return first <= moment && moment <= last;
    }
}
