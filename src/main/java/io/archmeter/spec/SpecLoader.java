package io.archmeter.spec;

import io.archmeter.graph.Graph;
import java.util.List;

/** From the name of a model to its graph. */
public final class SpecLoader {
    private SpecLoader() {}

    /**
     * Loads a model.
     *
     * @param reference a file, a variant in it ({@code specs/resnet.yaml#resnet50}) or the name of a bundled model
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    public static Graph load(String reference, LoadOptions options) {
        throw new IllegalStateException("to come");
    }

    /** The models that come with the tool, in the order of their names. */
    public static List<BundledModel> bundled() {
        return List.of();
    }
}
