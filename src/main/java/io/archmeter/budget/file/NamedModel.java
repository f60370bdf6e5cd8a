package io.archmeter.budget.file;

import java.util.Optional;

/**
 * A model that a budget names.
 *
 * @param file its file seen from the folder of the budget, or the bundled name
 * @param reference by which it is loaded from where the command runs
 */
record NamedModel(String file, Optional<String> variant, boolean bundled, String reference) {
    /** What it is called: {@code specs/resnet.yaml#resnet50}. */
    String model() {
        return variant.map(name -> file + "#" + name).orElse(file);
    }
}
