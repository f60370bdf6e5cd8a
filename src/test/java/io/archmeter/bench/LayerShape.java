package io.archmeter.bench;

import io.archmeter.Nodes;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import io.archmeter.op.Linear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A convolution or fully connected layer as it occurs in a network.
 *
 * @param node the first such layer
 * @param input the shape that it takes
 * @param output the shape that it puts out
 * @param count how many layers of the network are alike
 */
record LayerShape(Node node, Shape input, Shape output, int count) {
    static final String HEADER = "layer,count,operator,input,output,kernel,stride,group";

    private record Kind(Op op, Shape input) {}

    /** All distinct ones, in the order in which they run. */
    static List<LayerShape> of(Graph graph) {
        Map<Kind, List<Node>> kinds = new LinkedHashMap<>();
        for (Node node : graph.layers(false)) {
            if (node.op() instanceof Conv || node.op() instanceof Linear) {
                Kind kind = new Kind(node.op(), graph.inputsOf(node).get(0));
                kinds.computeIfAbsent(kind, unseen -> new ArrayList<>()).add(node);
            }
        }
        return kinds.entrySet().stream()
                .map(entry -> new LayerShape(
                        entry.getValue().get(0),
                        entry.getKey().input(),
                        graph.outputOf(entry.getValue().get(0)),
                        entry.getValue().size()))
                .toList();
    }

    /** A network of this layer alone. */
    Graph alone() {
        Nodes alone = Nodes.on(input);
        alone.add(node.name(), node.op(), 0);
        return alone.graph();
    }

    /** By {@link #HEADER}. */
    String row() {
        String window = ",,";
        if (node.op() instanceof Conv conv) {
            List<Axis> axes = conv.window().axes();
            window = axes.stream().map(axis -> String.valueOf(axis.kernel())).collect(Collectors.joining("x")) + ","
                    + axes.stream().map(axis -> String.valueOf(axis.stride())).collect(Collectors.joining("x")) + ","
                    + conv.group();
        }
        return String.join(
                ",", node.name(), String.valueOf(count), node.op().kind(), input.toString(), output.toString(), window);
    }
}
