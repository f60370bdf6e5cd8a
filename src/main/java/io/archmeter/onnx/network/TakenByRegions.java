package io.archmeter.onnx.network;

import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.Region;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What regions take from around them, the constants of the file among it: as the body of a loop does. */
final class TakenByRegions {
    private final Set<Integer> inside = new HashSet<>();
    private final Set<ModelValue> taken = new LinkedHashSet<>();

    private TakenByRegions() {}

    /** In the order in which they take it. */
    static List<ModelValue> of(Collection<Region> regions) {
        TakenByRegions all = new TakenByRegions();
        regions.forEach(all::collect);
        return all.taken.stream()
                .filter(value -> !all.inside.contains(value.number()))
                .toList();
    }

    private void collect(Region region) {
        region.inputs().forEach(input -> inside.add(input.number()));
        for (ModelNode node : region.nodes()) {
            node.inputs().stream().flatMap(Optional::stream).forEach(taken::add);
            node.attributes().regions().values().forEach(this::collect);
            node.outputs().stream().flatMap(Optional::stream).forEach(made -> inside.add(made.number()));
        }
        taken.addAll(region.outputs());
    }
}
