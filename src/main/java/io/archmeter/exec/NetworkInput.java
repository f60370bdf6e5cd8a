package io.archmeter.exec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Value;
import io.archmeter.weights.SeededInput;
import java.util.ArrayList;
import java.util.List;

/** What a network is run on: elements that somebody has said, and drawn ones; numbers of rows are within their table. */
public final class NetworkInput {
    private NetworkInput() {}

    /**
     * The elements of all inputs.
     *
     * @param graph with the types that its inputs have
     */
    public static List<float[]> of(Graph graph, long seed) {
        List<float[]> inputs = new ArrayList<>();
        for (int number = 0; number < graph.inputs().size(); number++) {
            Value input = graph.inputValues().get(number);
            int elements = Math.toIntExact(graph.inputShapes().get(number).elements());
            long below = graph.stored().below().getOrDefault(input.name(), Long.MAX_VALUE);
            float[] drawn = SeededInput.draw(seed, input.name(), input.type(), below, elements);
            List<Double> said = graph.stored().inputs().getOrDefault(input.name(), List.of());
            for (int i = 0; i < said.size(); i++) {
                drawn[i] = said.get(i).floatValue();
            }
            inputs.add(drawn);
        }
        return inputs;
    }
}
