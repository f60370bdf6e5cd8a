package io.archmeter.spec;

import io.archmeter.graph.Shape;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Span;
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
 * @param places where these are written, by their names; on the command line, if they are not there
 */
public record LoadOptions(long batch, Optional<Shape> input, Map<String, String> set, Map<String, Span> places) {
    /** As the spec says, for one sample. */
    public static final LoadOptions DEFAULT = new LoadOptions(1, Optional.empty(), Map.of());

    public LoadOptions {
        if (batch < 1) {
            throw new IllegalArgumentException("the batch must be at least 1: " + batch);
        }
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        places = Map.copyOf(places);
    }

    /** Those of a command line, where params have no places of their own. */
    public LoadOptions(long batch, Optional<Shape> input, Map<String, String> set) {
        this(batch, input, set, Map.of());
    }

    /** Where a param is set. */
    public Span place(String name) {
        Span place = places.get(name);
        return place == null ? Span.of("--set " + Excerpt.of(name)) : place;
    }
}
