package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Batch normalizations that an exporter computed into the weights of the layers before them: these then have a bias that their author did
 * not give them, and the normalizations are not there.
 */
final class FoldedNormalization {
    private FoldedNormalization() {}

    /** What is to be said of them; empty where there are none to be seen. */
    static Optional<String> note(List<InferredNode> layers, LayerNames names) {
        List<String> found = new ArrayList<>();
        for (InferredNode layer : layers) {
            if (isWithin(layer.node())) {
                found.add(names.of(layer));
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("batch normalization was folded into " + found.size()
                        + (found.size() == 1 ? " layer" : " layers") + " before the export: " + Origins.some(found));
    }

    private static boolean isWithin(ModelNode node) {
        if (!node.operator().startsWith("Conv") || node.inputs().size() < 2) {
            return false;
        }
        String weight = name(node.inputs().get(1));
        String output = node.outputs().isEmpty() ? "" : name(node.outputs().get(0));
        boolean legacy = node.name().startsWith("/") && weight.startsWith("onnx::Conv_");
        return legacy
                || weight.endsWith("_fused_bn")
                || output.contains("BatchNorm")
                || node.metadata().getOrDefault(NodePlaces.SCOPES, "").contains("batch_norm");
    }

    private static String name(Optional<ModelValue> value) {
        return value.map(ModelValue::name).orElse("");
    }
}
