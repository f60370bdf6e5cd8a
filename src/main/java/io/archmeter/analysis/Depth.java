package io.archmeter.analysis;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;

/**
 * How deep a network is, as its name says it: VGG-16 and ResNet-50 have so many layers with multiply-adds (convolutions, linear
 * layers) on the longest way from the input to the output (He et al. 2016, arXiv:1512.03385, Table 1; shortcuts lie beside).
 */
public final class Depth {
    private Depth() {}

    /** The layers with multiply-adds on the longest way from the input to the main output. */
    public static long of(Graph graph) {
        long[] depth = new long[graph.output() + 1];
        for (int value = 0; value < depth.length; value++) {
            Node node = graph.nodes().get(graph.values().get(value).node());
            for (int input : node.values()) {
                depth[value] = Math.max(depth[value], depth[input]);
            }
            depth[value] += node.isInput() || multiplyAdds(graph, node) == 0 ? 0 : 1;
        }
        return depth[graph.output()];
    }

    private static long multiplyAdds(Graph graph, Node node) {
        return Catalogue.facts(node.op(), new Inputs(graph.inputsOf(node)), graph.outputsOf(node))
                .work()
                .multiplyAdds()
                .value();
    }
}
