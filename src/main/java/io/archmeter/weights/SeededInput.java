package io.archmeter.weights;

import io.archmeter.graph.DType;

/**
 * A network's input that depends on a seed alone: uniform from −1 to 1, about as large as normalized images; whole numbers where
 * its type has no others.
 *
 * @since 0.1.0
 */
public final class SeededInput {
    private SeededInput() {}

    /** Of the input that is called so, where there is one. */
    public static float[] draw(long seed, int elements) {
        return draw(seed, "input", elements);
    }

    /** Of the input with a name, as numbers that the type has. */
    public static float[] draw(long seed, String name, DType type, int elements) {
        return draw(seed, name, type, Long.MAX_VALUE, elements);
    }

    /**
     * The same.
     *
     * @param below what whole numbers are less than
     */
    public static float[] draw(long seed, String name, DType type, long below, int elements) {
        float[] input = draw(seed, name, elements);
        long choices = Math.min(below, choices(type));
        for (int i = 0; choices > 0 && i < elements; i++) {
            input[i] = (float) Math.floor((input[i] + 1) / 2 * choices);
        }
        return input;
    }

    /** How many whole numbers there are to draw from, 0 and those above it: at most as many as all types of a byte have; 0 of other types. */
    private static int choices(DType type) {
        return switch (type) {
            case BOOL -> 2;
            case INT2 -> 2;
            case UINT2 -> 4;
            case INT4 -> 8;
            case UINT4 -> 16;
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 -> 128;
            default -> 0;
        };
    }

    /** Of the input with a name. */
    public static float[] draw(long seed, String name, int elements) {
        float[] input = new float[elements];
        new SeededStream(seed, name).fill(input, 0, 1);
        return input;
    }
}
