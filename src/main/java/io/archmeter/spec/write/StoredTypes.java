package io.archmeter.spec.write;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Inputs;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The types of a network as a spec says them: its floating-point numbers have none there, and are float32 until {@code --dtype} says
 * something else.
 *
 * @param other what all of them are stored as, if it is not float32
 */
record StoredTypes(Optional<DType> other) {
    static StoredTypes of(Graph graph) {
        Set<DType> found = EnumSet.noneOf(DType.class);
        graph.values().stream().map(Value::type).filter(DType::hasGradients).forEach(found::add);
        graph.weights().stream().map(Weight::type).filter(DType::hasGradients).forEach(found::add);
        boolean one = found.size() == 1 && !found.contains(DType.FLOAT32);
        return new StoredTypes(one ? found.stream().findFirst() : Optional.empty());
    }

    DType of(DType stored) {
        return other.isPresent() && other.get() == stored ? DType.FLOAT32 : stored;
    }

    Inputs inputs(List<Shape> shapes, List<DType> stored) {
        return new Inputs(shapes, stored.stream().map(this::of).toList());
    }
}
