package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.diff.ModelChange;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a model and of its layers.
 *
 * @param difference of one that is there on both sides
 */
record DiffModel(
        Fate fate,
        Optional<Snapshot> before,
        Optional<Snapshot> after,
        Optional<Difference> difference,
        List<LayerChange> layers) {
    enum Fate {
        KEPT,
        RENAMED,
        NEW,
        GONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static DiffModel of(ModelChange change) {
        if (change instanceof ModelChange.Kept kept) {
            return of(Fate.KEPT, Difference.of(kept.before(), kept.after()));
        }
        if (change instanceof ModelChange.Renamed renamed) {
            return of(Fate.RENAMED, Difference.of(renamed.before(), renamed.after()));
        }
        if (change instanceof ModelChange.New added) {
            List<LayerChange> layers = added.after().layers().stream()
                    .<LayerChange>map(LayerChange.Added::new)
                    .toList();
            return new DiffModel(Fate.NEW, Optional.empty(), Optional.of(added.after()), Optional.empty(), layers);
        }
        Snapshot gone = ((ModelChange.Gone) change).before();
        List<LayerChange> layers = gone.layers().stream()
                .<LayerChange>map(LayerChange.Removed::new)
                .toList();
        return new DiffModel(Fate.GONE, Optional.of(gone), Optional.empty(), Optional.empty(), layers);
    }

    private static DiffModel of(Fate fate, Difference difference) {
        return new DiffModel(
                fate,
                Optional.of(difference.before()),
                Optional.of(difference.after()),
                Optional.of(difference),
                difference.layers());
    }

    /** As it is called now; as it was called, if it is gone. */
    String name() {
        return any().key();
    }

    /** As it is now; as it was, if it is gone. */
    Snapshot any() {
        return after.or(this::before).orElseThrow();
    }

    boolean isUnchanged() {
        return fate == Fate.KEPT && difference.orElseThrow().isNone();
    }

    boolean isChanged() {
        return fate == Fate.KEPT && !isUnchanged();
    }

    /** Layers that have changed or cost something else: their figures add up to the difference of the totals. */
    List<LayerChange> differing() {
        return layers.stream()
                .filter(change -> !(change instanceof LayerChange.Same same) || !costTheSame(same))
                .toList();
    }

    private static boolean costTheSame(LayerChange.Same same) {
        for (Metric metric : Metric.recorded()) {
            if (metric.together() == Metric.Together.SUM
                    && !known(metric, same.before()).equals(known(metric, same.after()))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Long> known(Metric metric, LayerSnapshot layer) {
        return Optional.ofNullable(layer.figures().get(metric));
    }

    long same() {
        return layers.stream().filter(LayerChange.Same.class::isInstance).count();
    }
}
