package io.archmeter.weights;

/** A network's input that depends on a seed alone: uniform from −1 to 1, about as large as normalized images. */
public final class SeededInput {
    private SeededInput() {}

    /** Of the input that is called so, where there is one. */
    public static float[] draw(long seed, int elements) {
        return draw(seed, "input", elements);
    }

    /** Of the input with a name. */
    public static float[] draw(long seed, String name, int elements) {
        float[] input = new float[elements];
        new SeededStream(seed, name).fill(input, 0, 1);
        return input;
    }
}
