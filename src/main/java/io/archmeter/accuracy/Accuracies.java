package io.archmeter.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was measured of models, by their names.
 *
 * @param source where the figures are from: a file, or whoever published them
 */
public record Accuracies(String source, Map<String, Accuracy> byModel) {
    public Accuracies {
        byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
    }

    /** That of a model; empty where nobody measured it. */
    public Optional<Accuracy> of(String model) {
        return Optional.ofNullable(byModel.get(model));
    }

    /** The models that were measured, in the order of the file. */
    public Set<String> models() {
        return byModel.keySet();
    }
}
