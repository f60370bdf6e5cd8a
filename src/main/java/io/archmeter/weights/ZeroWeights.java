package io.archmeter.weights;

import io.archmeter.graph.Shape;

/** Weights that are all zero, for files that only their structure matters of: they compress to almost nothing. */
public record ZeroWeights() implements WeightSource {
    @Override
    public float[] draw(String layer, String tensor, long... extents) {
        return new float[Math.toIntExact(Shape.of(extents).elements())];
    }
}
