package io.archmeter.weights;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** A network's input that depends on a seed alone: uniform from −1 to 1, about as large as normalized images. */
public final class SeededInput {
    private static final String FIRST = "input";

    private SeededInput() {}

    /** The first or only input. */
    public static float[] draw(long seed, int elements) {
        return draw(seed, FIRST, elements);
    }

    /** All inputs: each is another, and the first the same whether there are others or not. */
    public static List<float[]> draw(long seed, Graph graph) {
        List<float[]> inputs = new ArrayList<>();
        for (Value input : graph.inputValues()) {
            String stream = inputs.isEmpty() ? FIRST : FIRST + "." + input.name();
            inputs.add(draw(seed, stream, Math.toIntExact(input.shape().elements())));
        }
        return inputs;
    }

    private static float[] draw(long seed, String stream, int elements) {
        float[] input = new float[elements];
        new SeededStream(seed, stream).fill(input, 0, 1);
        return input;
    }
}
