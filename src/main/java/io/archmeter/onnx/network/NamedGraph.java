package io.archmeter.onnx.network;

import io.archmeter.graph.Graph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A graph with what its file calls the parts.
 *
 * @param values numbers of values
 * @param weights numbers of weights
 */
record NamedGraph(Graph graph, Map<String, Integer> values, Map<String, Integer> weights) {
    NamedGraph {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}
