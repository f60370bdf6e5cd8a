package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.spec.LoadOptions;
import java.util.ArrayList;
import java.util.List;

/** Several models at once. */
final class Models {
    private Models() {}

    /** Loads all of them; what is wrong with any is said together. */
    static List<Model> load(List<String> references, LoadOptions options) {
        List<Model> models = new ArrayList<>();
        Attempts attempts = new Attempts();
        for (String reference : references) {
            attempts.at(() -> Archmeter.load(reference, options)).ifPresent(models::add);
        }
        attempts.throwIfAny();
        return models;
    }
}
