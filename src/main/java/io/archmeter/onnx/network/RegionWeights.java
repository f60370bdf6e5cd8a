package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.Region;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The constants that regions of a node take, as the body of a loop does. */
final class RegionWeights {
    private RegionWeights() {}

    static List<ModelValue> of(InferredNode node, Folded constants) {
        Set<ModelValue> taken = new LinkedHashSet<>();
        node.node().attributes().regions().values().forEach(region -> collect(region, constants, taken));
        return new ArrayList<>(taken);
    }

    private static void collect(Region region, Folded constants, Set<ModelValue> taken) {
        for (ModelNode inner : region.nodes()) {
            inner.inputs().stream()
                    .flatMap(Optional::stream)
                    .filter(constants::isConstant)
                    .forEach(taken::add);
            inner.attributes().regions().values().forEach(nested -> collect(nested, constants, taken));
        }
    }
}
