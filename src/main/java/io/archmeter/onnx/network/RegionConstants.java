package io.archmeter.onnx.network;

import io.archmeter.graph.WeightUse;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a layer calls the constants that its regions take: by their names in the file, of which several may be the same. */
final class RegionConstants {
    private final InferredModel model;
    private final StoredWeights weights;
    private final List<WeightUse> uses;
    private final Map<Integer, String> roles = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param uses of the layer, to which those of its regions are added */
    RegionConstants(InferredModel model, StoredWeights weights, List<WeightUse> uses) {
        this.model = model;
        this.weights = weights;
        this.uses = uses;
        uses.forEach(use -> take(use.role()));
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
        for (int copy = 1; taken.contains(role); copy++) {
            role = constant.name() + "_" + copy;
        }
        roles.put(number, role);
        take(role);
        List<WeightUse> more = weights.ofRegion(node, constant, role);
        more.forEach(use -> take(use.role()));
        uses.addAll(more);
        return Optional.of(role);
    }

    /** What a role serves, as {@link WeightUse#serves} says, is taken with it. */
    private void take(String role) {
        taken.add(role);
        for (int of = role.indexOf(WeightUse.OF); of >= 0; of = role.indexOf(WeightUse.OF, of + 1)) {
            taken.add(role.substring(0, of));
        }
    }
}
