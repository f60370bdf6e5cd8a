package io.archmeter.analysis;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;

/**
 * How deep a network is, as its name says it: VGG-16 and ResNet-50 have so many layers with multiply-adds (convolutions, linear
 * layers) on the longest way from the input to the output (He et al. 2016, arXiv:1512.03385, Table 1; shortcuts lie beside).
 */
public final class Depth {
    private Depth() {}

    /** The layers with multiply-adds on the longest way from the input to the main output. */
    public static long of(NetworkFacts network) {
        int output = network.graph().output();
        long[] depth = new long[output + 1];
        for (LayerFacts layer : network.layers(false)) {
            if (layer.number() <= output) {
                int number = layer.number();
                for (int input : layer.node().inputs()) {
                    depth[number] = Math.max(depth[number], depth[input]);
                }
                depth[number] += layer.cost().multiplyAdds() == 0 ? 0 : 1;
            }
        }
        return depth[output];
    }
}
