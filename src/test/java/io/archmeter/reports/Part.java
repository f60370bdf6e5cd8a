package io.archmeter.reports;

import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Cost;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.op.ElementaryOperation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Some layers of a network, and their tensors. */
record Part(List<LayerCost> layers, List<Weight> tensors) {
    Part where(Predicate<LayerCost> wanted) {
        List<LayerCost> some = layers.stream().filter(wanted).toList();
        if (some.isEmpty()) {
            throw new IllegalArgumentException("no such layer");
        }
        Set<String> names = some.stream().map(LayerCost::name).collect(Collectors.toSet());
        return new Part(
                some,
                tensors.stream()
                        .filter(tensor -> names.contains(tensor.module()))
                        .toList());
    }

    /** Bytes of the outputs. */
    Quantity memory() {
        return Quantity.of(cost().outputBytes());
    }

    /** Elements of the outputs. */
    Quantity elements() {
        return Quantity.of(
                layers.stream().mapToLong(layer -> layer.output().elements()).reduce(0, Math::addExact));
    }

    Quantity parameters() {
        return Quantity.of(cost().parameters());
    }

    /** The parameters without the biases. */
    Quantity weights() {
        return Quantity.of(tensors.stream()
                .filter(weight -> weight.name().equals("weight"))
                .mapToLong(weight -> weight.shape().elements())
                .reduce(0, Math::addExact));
    }

    Quantity multiplyAdds() {
        return Quantity.of(cost().multiplyAdds());
    }

    /** What max pooling computes. */
    Quantity comparisons() {
        return Quantity.of(cost().others().getOrDefault(ElementaryOperation.COMPARE, 0L));
    }

    /** What comes out of the last of the layers. */
    Shape output() {
        return layers.get(layers.size() - 1).output();
    }

    private Cost cost() {
        return layers.stream().map(LayerCost::cost).reduce(Cost.ZERO, Cost::plus);
    }
}
