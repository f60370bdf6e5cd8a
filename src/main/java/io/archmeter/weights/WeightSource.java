package io.archmeter.weights;

import io.archmeter.graph.Weight;

/**
 * Where the elements of a network's weights come from.
 *
 * @since 0.1.0
 */
public interface WeightSource {
    /**
     * The elements of one tensor of weights.
     *
     * @param layer the path of the layer that it belongs to
     * @param tensor its name within the layer, e.g. {@code weight}
     * @param extents its shape; none for a scalar
     * @return as many elements as the product of the extents, the last axis fastest
     */
    float[] draw(String layer, String tensor, long... extents);

    /**
     * The elements of a weight: whole numbers where its type has no others.
     *
     * @param extents those that it is asked for with
     */
    default float[] draw(Weight weight, long... extents) {
        return draw(weight.module(), weight.name(), extents);
    }
}
