package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.Locale;

/** What stands beside an input that is padded, in PyTorch's words. */
public enum PaddingMode {
    /** One number. */
    CONSTANT,
    /** The input, mirrored at its outermost element, which is not there twice. */
    REFLECT,
    /** The outermost element. */
    REPLICATE,
    /** The other end of the input. */
    CIRCULAR;

    static PaddingMode named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * {@code ReflectionPad2DBackward0} and {@code ReplicationPad2DBackward0} keep the input, for its shape alone;
     * {@code ConstantPadNdBackward0} and the copies of a circular padding ({@code _pad_circular}) keep nothing.
     */
    boolean keepsInput() {
        return this == REFLECT || this == REPLICATE;
    }

    /** Refuses to put more to one side of an axis than it has elements for. */
    void requireRoom(Argument<Padding> argument, int axis, int padding, Shape x) {
        boolean none = x.axis(axis).equals(Extent.of(0)) && this != CONSTANT;
        if (padding > 0 && x.axis(axis) instanceof Extent.Known known && (none || padding > most(known.value()))) {
            throw new Refusal(
                    "padding-too-large",
                    argument.name(),
                    "axis " + axis + " of " + x + " has too few elements for a " + this + " padding of " + padding,
                    "pad by " + Math.max(0, none ? 0 : most(known.value())) + " at most, or in another mode");
        }
    }

    private long most(long extent) {
        return switch (this) {
            case CONSTANT, REPLICATE -> Long.MAX_VALUE;
            case REFLECT -> extent - 1;
            case CIRCULAR -> extent;
        };
    }

    /** As it would be written in a spec. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
