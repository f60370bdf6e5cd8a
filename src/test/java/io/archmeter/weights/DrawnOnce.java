package io.archmeter.weights;

import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Weights that several runs of a network take: those of a seed, drawn when the first one asks. Nobody may write into them. */
public final class DrawnOnce implements WeightSource {
    private final WeightSource source;
    private final Map<String, Drawn> drawn = new HashMap<>();

    private record Drawn(Shape shape, float[] elements) {}

    public DrawnOnce(long seed) {
        this.source = new SeededWeights(seed);
    }

    @Override
    public float[] draw(Weight weight, long... extents) {
        return draw(weight.fullName(), () -> source.draw(weight, extents), extents);
    }

    @Override
    public float[] draw(String layer, String tensor, long... extents) {
        String name = tensor.isEmpty() ? layer : layer + "." + tensor;
        return draw(name, () -> source.draw(layer, tensor, extents), extents);
    }

    private float[] draw(String name, Supplier<float[]> first, long... extents) {
        Shape shape = Shape.of(extents);
        Drawn found = drawn.computeIfAbsent(name, unseen -> new Drawn(shape, first.get()));
        if (!found.shape.equals(shape)) {
            throw new AssertionError(name + " is asked for as " + Arrays.toString(extents) + " and as " + found.shape);
        }
        return found.elements;
    }
}
