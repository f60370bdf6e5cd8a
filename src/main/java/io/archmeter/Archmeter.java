package io.archmeter;

import io.archmeter.spec.Bundle;
import io.archmeter.spec.BundledModel;
import io.archmeter.spec.LoadOptions;
import io.archmeter.spec.SpecLoader;
import java.nio.file.Path;
import java.util.List;

/** The library's door: {@code Archmeter.load("resnet50").analyze()}. */
public final class Archmeter {
    private Archmeter() {}

    /**
     * Loads a model.
     *
     * @param reference a file, a variant in it ({@code specs/resnet.yaml#resnet50}), either as it is in a git revision ({@code
     *     git:HEAD~1:specs/resnet.yaml#resnet50}), or the name of a bundled model
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    public static Model load(String reference) {
        return load(reference, LoadOptions.DEFAULT);
    }

    /** Loads a model with another batch, input or params than it is written with. */
    public static Model load(String reference, LoadOptions options) {
        return new Model(SpecLoader.load(reference, options));
    }

    /** Loads the model in a file. */
    public static Model load(Path file) {
        return load(file.toString());
    }

    /** The models that come with the tool, in the order of their names. */
    public static List<BundledModel> bundled() {
        return Bundle.models();
    }
}
