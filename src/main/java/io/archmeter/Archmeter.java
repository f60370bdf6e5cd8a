package io.archmeter;

import io.archmeter.source.TextFile;
import io.archmeter.spec.LoadOptions;
import io.archmeter.spec.load.Bundle;
import io.archmeter.spec.load.BundledModel;
import io.archmeter.spec.load.SpecLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /**
     * Loads the model in a text that lies in no folder; what it imports lies in the working folder.
     *
     * @param variant empty for the model as it is written
     */
    public static Model load(TextFile text, Optional<String> variant, LoadOptions options) {
        return new Model(SpecLoader.load(text, variant, options));
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
