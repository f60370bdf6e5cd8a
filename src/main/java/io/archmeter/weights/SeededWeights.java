package io.archmeter.weights;

import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;

/**
 * Weights that depend on a seed and the tensor's full name alone, so that whoever draws the same tensor gets the same numbers,
 * in any order and on any machine. Their sizes keep activations within a few powers of ten through hundreds of layers.
 *
 * @since 0.1.0
 */
public record SeededWeights(long seed) implements WeightSource {
    @Override
    public float[] draw(String layer, String tensor, long... extents) {
        Shape shape = Shape.of(extents);
        float[] elements = new float[Math.toIntExact(shape.elements())];
        SeededStream stream = new SeededStream(seed, tensor.isEmpty() ? layer : layer + "." + tensor);
        if (tensor.equals("num_batches_tracked")) {
            return elements;
        }
        if (shape.rank() >= 2) {
            // He et al. 2015, "Delving Deep into Rectifiers", §2.2: a variance of 2 / fan-in keeps the signal's size
            // after a ReLU;
            // a uniform distribution over ±b has the variance b²/3.
            double fanIn = (double) shape.elements() / shape.extent(0);
            stream.fill(elements, 0, (float) Math.sqrt(6 / fanIn));
        } else if (tensor.startsWith("bias") || tensor.equals("running_mean")) {
            stream.fill(elements, 0, 0.1f);
        } else {
            // Scales and variances: around 1, and never near 0.
            stream.fill(elements, 1, 0.5f);
        }
        return elements;
    }

    @Override
    public float[] draw(Weight weight, long... extents) {
        if (!weight.type().isWhole()) {
            return draw(weight.module(), weight.name(), extents);
        }
        float[] elements = new float[Math.toIntExact(Shape.of(extents).elements())];
        new SeededStream(seed, weight.fullName()).fill(elements, 0, 1);
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (float) Math.floor((elements[i] + 1) / 2 * weight.below());
        }
        return elements;
    }
}
