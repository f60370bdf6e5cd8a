package io.archmeter.diff;

import io.archmeter.snapshot.Snapshot;
import java.util.List;

/**
 * What became of a network.
 *
 * @param layers each layer of both once, in the order of {@code after}; what was removed stands where it was
 */
public record Difference(Snapshot before, Snapshot after, List<LayerChange> layers) {
    public Difference {
        layers = List.copyOf(layers);
    }

    /** Finds it. */
    public static Difference of(Snapshot before, Snapshot after) {
        return new Difference(before, after, Alignment.of(before.layers(), after.layers()));
    }
}
