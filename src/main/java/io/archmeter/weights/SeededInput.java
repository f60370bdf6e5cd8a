package io.archmeter.weights;

/** A network's input that depends on a seed alone: uniform from −1 to 1, about as large as normalized images. */
public final class SeededInput {
    private SeededInput() {}

    public static float[] draw(long seed, int elements) {
        float[] input = new float[elements];
        new SeededStream(seed, "input").fill(input, 0, 1);
        return input;
    }
}
