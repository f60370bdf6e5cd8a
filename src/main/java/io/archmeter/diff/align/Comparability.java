package io.archmeter.diff.align;

import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;

/**
 * What tells layers of two networks apart. Another batch or another type of numbers is a setting of the network and no change of a layer.
 *
 * @param sameBatch whether both were counted with one batch, so that a shape that differs in its first extent is another shape
 * @param sameType whether bytes can be compared
 * @since 0.2.0
 */
public record Comparability(boolean sameBatch, boolean sameType) {
    public static Comparability of(Settings before, Settings after) {
        return new Comparability(before.batch() == after.batch(), before.dtype() == after.dtype());
    }

    LayerStructure structure(LayerSnapshot layer) {
        LayerStructure structure = LayerStructure.of(layer);
        return sameBatch ? structure : structure.withoutBatch();
    }

    /** What became of a layer that is there on both sides. */
    LayerChange change(LayerSnapshot before, LayerSnapshot after) {
        if (!structure(before).equals(structure(after)) || !cost(before, after)) {
            return new LayerChange.Changed(before, after);
        }
        return before.name().equals(after.name())
                ? new LayerChange.Same(before, after)
                : new LayerChange.Renamed(before, after);
    }

    /** Whether both cost the same, in those figures that are known of both and depend on the layer alone. */
    private boolean cost(LayerSnapshot before, LayerSnapshot after) {
        for (Metric metric : Metric.recorded()) {
            Long old = before.figures().get(metric);
            Long now = after.figures().get(metric);
            if (isComparable(metric) && old != null && now != null && !old.equals(now)) {
                return false;
            }
        }
        return true;
    }

    /** What a layer sees of the input depends on the layers before it as well. */
    private boolean isComparable(Metric metric) {
        return metric.together() == Metric.Together.SUM
                && switch (metric) {
                    case PARAMETERS, BUFFERS, LAYERS -> true;
                    case WEIGHT_BYTES -> sameType;
                    case OUTPUT_BYTES -> sameBatch && sameType;
                    default -> sameBatch;
                };
    }
}
