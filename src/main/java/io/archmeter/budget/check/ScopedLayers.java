package io.archmeter.budget.check;

import io.archmeter.budget.Scope;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The layers of a network that a limit counts.
 *
 * @param value what they have of its metric; empty where that is not known
 */
record ScopedLayers(OptionalLong value, List<LayerSnapshot> layers) {
    ScopedLayers {
        layers = List.copyOf(layers);
    }

    static ScopedLayers of(Scope scope, Metric metric, Snapshot network) {
        if (scope instanceof Scope.Total) {
            return new ScopedLayers(network.total(metric), network.layers());
        }
        return of(metric, network.layers().stream().filter(meant(scope)).toList());
    }

    static ScopedLayers of(Metric metric, List<LayerSnapshot> layers) {
        return new ScopedLayers(Snapshot.together(metric, layers), layers);
    }

    /** Whether a layer is meant by a scope. */
    static Predicate<LayerSnapshot> meant(Scope scope) {
        if (scope instanceof Scope.Module module) {
            LayerPattern pattern = new LayerPattern(module.pattern());
            return layer -> pattern.holds(layer.name());
        }
        if (scope instanceof Scope.Layer one) {
            LayerPattern pattern = new LayerPattern(one.pattern());
            return layer -> pattern.fits(layer.name());
        }
        if (scope instanceof Scope.Operator operator) {
            return layer -> layer.operator().equals(operator.kind());
        }
        return layer -> true;
    }
}
