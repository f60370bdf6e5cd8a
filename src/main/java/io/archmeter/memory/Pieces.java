package io.archmeter.memory;

import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import java.util.OptionalLong;

/**
 * Where the parts of a tensor lie in it.
 *
 * @since 0.2.0
 */
public final class Pieces {
    private static final int BITS_OF_A_BYTE = 8;

    private Pieces() {}

    /**
     * The bytes in front of a part, in the tensor that is cut; empty where the part does not lie there in one piece, or begins within
     * a byte.
     *
     * @param elements of the parts before it
     */
    public static OptionalLong begin(Shape whole, Value part, long elements) {
        if (!isInOnePiece(whole, part.shape())) {
            return OptionalLong.empty();
        }
        int bits = part.type().bits();
        boolean within = bits < BITS_OF_A_BYTE && elements % (BITS_OF_A_BYTE / bits) != 0;
        return within ? OptionalLong.empty() : OptionalLong.of(part.type().bytes(elements));
    }

    /** All extents before the axis along which it is cut are 1. */
    private static boolean isInOnePiece(Shape whole, Shape part) {
        int axis = 0;
        while (axis < whole.rank() && whole.extent(axis) == part.extent(axis)) {
            if (whole.extent(axis) > 1 && !whole.equals(part)) {
                return false;
            }
            axis++;
        }
        return true;
    }
}
