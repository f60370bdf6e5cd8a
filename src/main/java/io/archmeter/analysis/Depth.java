package io.archmeter.analysis;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;

/**
 * How deep a network is, as its name says it: VGG-16 and ResNet-50 have so many layers with multiply-adds (convolutions, linear
 * layers) on the longest way from the input to the output (He et al. 2016, arXiv:1512.03385, Table 1; shortcuts lie beside).
 */
public final class Depth {
    private Depth() {}

    /** The layers with multiply-adds on the longest way from the input to the main output. */
    public static long of(NetworkFacts network) {
        Graph graph = network.graph();
        long[] depth = new long[graph.values().size()];
        for (LayerFacts layer : network.layers(false)) {
            long deepest = 0;
            for (int input : layer.node().values()) {
                deepest = Math.max(deepest, depth[input]);
            }
            for (int output : layer.node().outputs()) {
                depth[output] = deepest + (layer.cost().multiplyAdds() == 0 ? 0 : 1);
            }
        }
        return depth[graph.output()];
    }
}
