package io.archmeter.onnx.infer;

import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said from outside of sizes and values that a file leaves open.
 *
 * @param extents by the names of open extents, or {@code INPUT.AXIS}
 * @param shapes by the names of values
 * @param elements of inputs by their names, which decide shapes or branches
 * @param batch the extent of first axes that are open, or called batch
 * @param input the shape of one sample of the only input
 */
public record Bindings(
        Map<String, Long> extents,
        Map<String, Shape> shapes,
        Map<String, List<FollowedElement>> elements,
        Optional<Long> batch,
        Optional<Shape> input) {
    /** Nothing is said. */
    public static final Bindings NONE = new Bindings(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public Bindings {
        extents = Collections.unmodifiableMap(new LinkedHashMap<>(extents));
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }
}
