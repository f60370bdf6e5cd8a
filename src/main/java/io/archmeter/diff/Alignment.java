package io.archmeter.diff;

import io.archmeter.snapshot.LayerSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds which layer of one network is which of another. */
final class Alignment {
    private Alignment() {}

    /** By name. */
    static List<LayerChange> of(List<LayerSnapshot> before, List<LayerSnapshot> after) {
        Map<String, LayerSnapshot> left = new LinkedHashMap<>();
        before.forEach(layer -> left.put(layer.name(), layer));
        List<LayerChange> changes = new ArrayList<>();
        for (LayerSnapshot layer : after) {
            LayerSnapshot old = left.remove(layer.name());
            changes.add(old == null ? new LayerChange.Added(layer) : new LayerChange.Same(old, layer));
        }
        left.values().forEach(layer -> changes.add(new LayerChange.Removed(layer)));
        return changes;
    }
}
