package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds where a node stands among the modules: by what its exporter says of it, by the name of its weight, or by its own name. The names
 * of a module's weights are its author's, while exporters fold one module into another.
 */
final class NodePlaces {
    /** Where PyTorch's exporter writes the modules around a node. */
    static final String SCOPES = "pkg.torch.onnx.name_scopes";

    private static final Pattern SLASHES = Pattern.compile("/+");

    private final Folded constants;

    NodePlaces(Folded constants) {
        this.constants = constants;
    }

    ModulePlace of(InferredNode inferred) {
        ModelNode node = inferred.node();
        String own = ModulePaths.words(node.operator());
        Optional<String> weight = weight(node).flatMap(stored -> ModulePaths.ofWeight(stored.name()));
        String scopes = node.metadata().getOrDefault(SCOPES, "");
        Optional<ModulePlace> scope = ModulePaths.scopes(scopes, own).or(() -> ModulePaths.slashes(node.name(), own));
        if (scope.isPresent()) {
            boolean folded = scopes.contains("batch_norm") && !node.operator().equals("BatchNormalization");
            boolean within = weight.isPresent()
                    && ModulePlace.within(weight.get(), "")
                            .startsWith(ModulePlace.within(scope.get().module(), ""));
            return weight.isPresent() && (folded || within)
                    ? new ModulePlace(weight.get(), scope.get().call(), own)
                    : scope.get();
        }
        if (weight.isPresent()) {
            return new ModulePlace(weight.get(), "", own);
        }
        return byName(inferred, own);
    }

    private static ModulePlace byName(InferredNode inferred, String own) {
        String around = ModulePaths.readable(
                SLASHES.matcher(inferred.prefix() + inferred.node().prefix()).replaceAll("."));
        String name = name(inferred.node());
        Optional<ModulePlace> path = ModulePaths.path(name, own);
        if (path.isPresent()) {
            return new ModulePlace(ModulePlace.within(around, path.get().module()), "", own);
        }
        return new ModulePlace(around, "", name.isEmpty() ? own : ModulePaths.readable(name));
    }

    /** That of the node, else that of its output; empty where both are made up. */
    private static String name(ModelNode node) {
        if (!ModulePaths.isGenerated(node.name())) {
            return node.name();
        }
        return node.outputs().stream()
                .flatMap(Optional::stream)
                .map(ModelValue::name)
                .findFirst()
                .filter(output -> node.prefix().isEmpty() && !ModulePaths.isGenerated(output))
                .orElse("");
    }

    /** The stored tensor that a node's main weight is, or is computed of. */
    Optional<ModelValue> weight(ModelNode node) {
        int slot = WeightSlots.main(node);
        Optional<ModelValue> value =
                slot >= 0 && slot < node.inputs().size() ? node.inputs().get(slot) : Optional.empty();
        return value.filter(constants::isConstant).flatMap(constants::firstRoot);
    }
}
