package io.archmeter.weights;

import io.archmeter.graph.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Weights that several runs of a network take: those of a seed, drawn when the first one asks. Nobody may write into them. */
public final class DrawnOnce implements WeightSource {
    private final WeightSource source;
    private final Map<String, Drawn> drawn = new HashMap<>();

    private record Drawn(Shape shape, float[] elements) {}

    public DrawnOnce(long seed) {
        this.source = new SeededWeights(seed);
    }

    @Override
    public float[] draw(String layer, String tensor, long... extents) {
        Shape shape = Shape.of(extents);
        String name = tensor.isEmpty() ? layer : layer + "." + tensor;
        Drawn found = drawn.computeIfAbsent(name, unseen -> new Drawn(shape, source.draw(layer, tensor, extents)));
        if (!found.shape.equals(shape)) {
            throw new AssertionError(name + " is asked for as " + Arrays.toString(extents) + " and as " + found.shape);
        }
        return found.elements;
    }
}
