package io.archmeter.analysis;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor of a network under its full name, as in PyTorch's {@code state_dict}: {@code layer1.0.conv1.weight}.
 *
 * @param layer the path of the layer that it belongs to
 */
public record WeightTensor(String layer, Weight weight) {
    /** Its full name. */
    public String name() {
        return layer + "." + weight.name();
    }

    /** Bytes of its elements. */
    public long bytes() {
        return weight.bytes();
    }

    /** All tensors, those that training changes first, each kind in the order of the layers. */
    public static List<WeightTensor> of(Graph graph, boolean training) {
        List<WeightTensor> all = new ArrayList<>();
        for (Node node : graph.layers(training)) {
            graph.weightsOf(node).forEach(weight -> all.add(new WeightTensor(node.name(), weight)));
        }
        List<WeightTensor> sorted = new ArrayList<>();
        for (Weight.Kind kind : Weight.Kind.values()) {
            all.stream().filter(tensor -> tensor.weight().kind() == kind).forEach(sorted::add);
        }
        return sorted;
    }
}
