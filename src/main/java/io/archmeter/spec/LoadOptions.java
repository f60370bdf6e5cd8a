package io.archmeter.spec;

import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is set from outside when a spec is loaded.
 *
 * @param batch how many samples pass at once
 * @param input the shape of one sample (C×H×W), in place of the spec's own
 * @param set values of the spec's params, as they would be written in it
 */
public record LoadOptions(long batch, Optional<Shape> input, Map<String, String> set) {
    public static final LoadOptions DEFAULT = new LoadOptions(1, Optional.empty(), Map.of());

    public LoadOptions {
        if (batch < 1) {
            throw new IllegalArgumentException("the batch must be at least 1: " + batch);
        }
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}
