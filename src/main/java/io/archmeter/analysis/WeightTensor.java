package io.archmeter.analysis;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.op.Weight;
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

    /** Bytes of its elements, in a network of a type. */
    public long bytes(DType type) {
        return weight.bytes(type);
    }

    /** All tensors, those that training changes first, each kind in the order of the layers. */
    public static List<WeightTensor> of(NetworkFacts network, boolean training) {
        List<WeightTensor> all = new ArrayList<>();
        for (LayerFacts layer : network.layers(training)) {
            layer.weights().forEach(weight -> all.add(new WeightTensor(layer.name(), weight)));
        }
        List<WeightTensor> sorted = new ArrayList<>();
        for (Weight.Kind kind : Weight.Kind.values()) {
            all.stream().filter(tensor -> tensor.weight().kind() == kind).forEach(sorted::add);
        }
        return sorted;
    }
}
