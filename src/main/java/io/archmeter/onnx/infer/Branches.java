package io.archmeter.onnx.infer;

import io.archmeter.onnx.model.Region;
import java.util.Optional;

/** Which branch of an {@code If} runs, where that is known. */
final class Branches {
    private Branches() {}

    static Optional<Region> taken(NodeCall call) {
        if (!call.operator().equals("If") || !call.node().domain().isEmpty()) {
            return Optional.empty();
        }
        Optional<SmallContent> condition = call.contentOf(0);
        if (condition.isEmpty()
                || condition.get().size() != 1
                || !condition.get().isKnown()) {
            return Optional.empty();
        }
        String branch = condition.get().whole(0) != 0 ? "then_branch" : "else_branch";
        return Optional.ofNullable(call.attributes().regions().get(branch));
    }
}
