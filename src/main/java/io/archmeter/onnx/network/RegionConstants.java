package io.archmeter.onnx.network;

import io.archmeter.graph.WeightUse;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a layer calls the constants that its regions take: by their names in the file, of which several may be the same. */
final class RegionConstants {
    private final InferredModel model;
    private final StoredWeights weights;
    private final List<WeightUse> uses;
    private final Map<Integer, String> roles = new HashMap<>();

    /** @param uses of the layer, to which those of its regions are added */
    RegionConstants(InferredModel model, StoredWeights weights, List<WeightUse> uses) {
        this.model = model;
        this.weights = weights;
        this.uses = uses;
    }

    /** By the numbers of the constants. */
    Map<Integer, String> roles() {
        return roles;
    }

    /** The name of a constant; empty where it has one already. */
    Optional<String> role(InferredNode node, ModelValue constant) {
        int number = model.resolved(constant.number());
        if (roles.containsKey(number)) {
            return Optional.empty();
        }
        String role = constant.name();
        for (int copy = 1; isTaken(role); copy++) {
            role = constant.name() + "_" + copy;
        }
        roles.put(number, role);
        uses.addAll(weights.ofRegion(node, constant, role));
        return Optional.of(role);
    }

    private boolean isTaken(String role) {
        return roles.containsValue(role) || uses.stream().anyMatch(use -> use.serves(role));
    }
}
