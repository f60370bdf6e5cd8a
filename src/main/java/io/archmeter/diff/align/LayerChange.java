package io.archmeter.diff.align;

import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a layer.
 *
 * @since 0.2.0
 */
public sealed interface LayerChange {
    /** It was there, and still is. */
    sealed interface Paired extends LayerChange {
        LayerSnapshot before();

        LayerSnapshot after();

        @Override
        default Optional<LayerSnapshot> old() {
            return Optional.of(before());
        }

        @Override
        default Optional<LayerSnapshot> now() {
            return Optional.of(after());
        }
    }

    /** It is the same, name and all; its figures differ only where the batch or the type of numbers does. */
    record Same(LayerSnapshot before, LayerSnapshot after) implements Paired {}

    /** Only its name has changed. */
    record Renamed(LayerSnapshot before, LayerSnapshot after) implements Paired {}

    /**
     * It has other attributes, shapes or figures, maybe under another name; under the same name it may do something else. The batch
     * is no part of its shapes where the networks have different batches.
     */
    record Changed(LayerSnapshot before, LayerSnapshot after) implements Paired {}

    /** It is new. */
    record Added(LayerSnapshot after) implements LayerChange {
        @Override
        public Optional<LayerSnapshot> old() {
            return Optional.empty();
        }

        @Override
        public Optional<LayerSnapshot> now() {
            return Optional.of(after);
        }
    }

    /** It is gone. */
    record Removed(LayerSnapshot before) implements LayerChange {
        @Override
        public Optional<LayerSnapshot> old() {
            return Optional.of(before);
        }

        @Override
        public Optional<LayerSnapshot> now() {
            return Optional.empty();
        }
    }

    /** As it was, unless it was added. */
    Optional<LayerSnapshot> old();

    /** As it is, unless it was removed. */
    Optional<LayerSnapshot> now();

    /** The layer as it is, or as it was if it was removed. */
    default LayerSnapshot layer() {
        return now().or(this::old).orElseThrow();
    }

    /** What it adds to a metric of the network; empty where that is not known, or is no sum over layers. */
    default OptionalLong adds(Metric metric) {
        if (!metric.isAddedUp()) {
            return OptionalLong.empty();
        }
        OptionalLong before = old().map(layer -> layer.of(metric)).orElse(OptionalLong.of(0));
        OptionalLong after = now().map(layer -> layer.of(metric)).orElse(OptionalLong.of(0));
        return before.isEmpty() || after.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.subtractExact(after.getAsLong(), before.getAsLong()));
    }
}
