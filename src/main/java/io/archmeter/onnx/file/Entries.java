package io.archmeter.onnx.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Key and value pairs of a file, in its order. */
final class Entries {
    private Entries() {}

    /** {@link Map#copyOf} takes the square of their number where a hostile file has keys that collide, and has another order in each run. */
    static Map<String, String> copyOf(Map<String, String> entries) {
        return entries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
