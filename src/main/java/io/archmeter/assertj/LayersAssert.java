package io.archmeter.assertj;

import io.archmeter.budget.Scope;
import io.archmeter.metric.Metric;

/**
 * What some layers of a network may cost; the next assertion is on the network again.
 *
 * @since 0.2.0
 */
public final class LayersAssert implements Limited<ModelAssert> {
    private final ModelAssert network;
    private final Scope layers;

    LayersAssert(ModelAssert network, Scope layers) {
        this.network = network;
        this.layers = layers;
    }

    @Override
    public ModelAssert keeps(Metric metric, long limit) {
        if (metric.together() == Metric.Together.WHOLE) {
            throw new IllegalArgumentException("only a whole network has " + metric.words());
        }
        return network.keeps(layers, metric, limit);
    }
}
