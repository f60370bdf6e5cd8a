package io.archmeter.budget.check;

import io.archmeter.budget.Scope;
import io.archmeter.snapshot.Figure;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.List;
import java.util.OptionalLong;

/**
 * The layers of a network that a limit counts.
 *
 * @param value what they have of its figure; empty where that is not known
 */
record Part(OptionalLong value, List<LayerSnapshot> layers) {
    Part {
        layers = List.copyOf(layers);
    }

    static Part of(Scope scope, Figure figure, Snapshot network) {
        if (scope instanceof Scope.Total) {
            return new Part(network.total(figure), network.layers());
        }
        return of(
                figure,
                network.layers().stream().filter(layer -> holds(scope, layer)).toList());
    }

    static Part of(Figure figure, List<LayerSnapshot> layers) {
        return new Part(Snapshot.together(figure, layers), layers);
    }

    /** Whether a layer is meant by a scope. */
    static boolean holds(Scope scope, LayerSnapshot layer) {
        if (scope instanceof Scope.Module module) {
            return new LayerPattern(module.pattern()).holds(layer.name());
        }
        if (scope instanceof Scope.Layer one) {
            return new LayerPattern(one.pattern()).fits(layer.name());
        }
        if (scope instanceof Scope.Operator operator) {
            return layer.operator().equals(operator.kind());
        }
        return true;
    }
}
