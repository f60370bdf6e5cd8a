package io.archmeter.diff;

import io.archmeter.diff.align.Alignment;
import io.archmeter.diff.align.Comparability;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What became of a network.
 *
 * @param layers each layer of both once, in the order of {@code after}; what was removed stands where it was
 * @since 0.2.0
 */
public record Difference(Snapshot before, Snapshot after, List<LayerChange> layers) {
    public Difference {
        layers = List.copyOf(layers);
    }

    /** Finds it. */
    public static Difference of(Snapshot before, Snapshot after) {
        Comparability likening = Comparability.of(before.settings(), after.settings());
        return new Difference(before, after, Alignment.of(likening, before.layers(), after.layers()));
    }

    /**
     * Whether nothing has changed: the same layers by the same names in the same order, and the same totals, as far as they are
     * known.
     */
    public boolean isNone() {
        return before.settings().equals(after.settings())
                && InputChange.between(before, after).isEmpty()
                && layers.stream().allMatch(LayerChange.Same.class::isInstance)
                && names(before).equals(names(after))
                && before.totals().keySet().stream()
                        .allMatch(metric -> change(metric).orElse(0) == 0);
    }

    private static List<String> names(Snapshot network) {
        return network.layers().stream().map(LayerSnapshot::name).toList();
    }

    /** By how much a total is larger now; empty where it is not known on both sides. */
    public OptionalLong change(Metric metric) {
        OptionalLong old = before.total(metric);
        OptionalLong now = after.total(metric);
        return old.isEmpty() || now.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.subtractExact(now.getAsLong(), old.getAsLong()));
    }

    /** The changes of one kind, in order. */
    public <T extends LayerChange> List<T> all(Class<T> kind) {
        return layers.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Changes that add to a metric or take from it, the one that adds most first; equal ones in the order of layers. */
    public List<LayerChange> heaviest(Metric metric) {
        return layers.stream()
                .filter(change -> change.adds(metric).orElse(0) != 0)
                .sorted(Comparator.comparingLong(
                                (LayerChange change) -> change.adds(metric).orElseThrow())
                        .reversed())
                .toList();
    }

    /** Layers that have another name and are the same otherwise, by how they were renamed. */
    public List<Renaming> renamings() {
        return Renaming.of(all(LayerChange.Renamed.class));
    }
}
