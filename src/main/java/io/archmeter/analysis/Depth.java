package io.archmeter.analysis;

import io.archmeter.facts.Amount;
import io.archmeter.facts.CostPart;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.op.Trait;
import java.util.List;

/**
 * How deep a network is, as its name says it: VGG-16 and ResNet-50 have so many layers with multiply-adds (convolutions, linear
 * layers) on the longest way from the input to the output (He et al. 2016, arXiv:1512.03385, Table 1; shortcuts lie beside).
 *
 * @since 0.2.0
 */
public final class Depth {
    private Depth() {}

    /** The layers with multiply-adds on the longest way from the input to the main output. */
    public static Amount of(NetworkFacts network) {
        Graph graph = network.graph();
        List<String> origins = List.of();
        long[] depth = new long[graph.values().size()];
        for (LayerFacts layer : network.layers(false)) {
            long deepest = 0;
            for (int input : layer.node().values()) {
                deepest = Math.max(deepest, depth[input]);
            }
            for (int output : layer.node().outputs()) {
                depth[output] = deepest + (multiplies(layer) ? 1 : 0);
            }
            Amount products = layer.cost().amount(CostPart.MULTIPLY_ADDS);
            if (!products.isExact() && !multiplies(layer)) {
                origins = Amount.together(origins, List.of(layer.name()));
            }
        }
        return new Amount(depth[graph.output()], origins);
    }

    /** A convolution multiplies, however large its input is; of a layer that is declared that may not be known. */
    private static boolean multiplies(LayerFacts layer) {
        Amount products = layer.cost().amount(CostPart.MULTIPLY_ADDS);
        return products.atLeast() > 0 || !products.isExact() && layer.has(Trait.PRODUCT);
    }
}
