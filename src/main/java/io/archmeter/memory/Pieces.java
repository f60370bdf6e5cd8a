package io.archmeter.memory;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import java.util.OptionalLong;

/** Where the parts of a tensor lie in it. */
final class Pieces {
    private static final int BITS_OF_A_BYTE = 8;

    private Pieces() {}

    /**
     * The bytes in front of a part, in the tensor that its node cuts; empty where the part does not lie there in one piece, or begins within
     * a byte.
     */
    static OptionalLong begin(Graph graph, Node node, Value part) {
        Shape whole = graph.inputsOf(node).get(0);
        if (!isInOnePiece(whole, part.shape())) {
            return OptionalLong.empty();
        }
        long elements = 0;
        for (int slot = 0; slot < part.slot(); slot++) {
            elements += graph.values().get(node.outputs().get(slot)).shape().elements();
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
