package io.archmeter.weights;

/** Where the elements of a network's weights come from. */
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
}
